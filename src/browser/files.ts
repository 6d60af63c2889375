/** Hands `text` to the learner as a file of media type `type` to save. */
export const saveFile = (name: string, text: string, type: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // The browser has taken the content over by the time the learner can do anything else.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The text of `file`; undefined when it is longer than `limit` bytes. Rejects when it cannot be read. */
export const readFile = async (file: File, limit: number): Promise<string | undefined> =>
  file.size > limit ? undefined : file.text()
