/** The JSON at `address`; rejects when the network, the server or the text fails. Its shape is the build's promise. */
export const fetchJson = async <T>(address: string): Promise<T> => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return (await response.json()) as T
}
