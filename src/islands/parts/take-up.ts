/** Tells the handlers what was chosen or written under `name` before there were any, one after the other, since each change builds on the last. */
export const takeUp = async (name: string) => {
  const controls = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`#${name} :is(input:checked,[type=text],select)`)
  for (const control of controls) {
    if (control.value) control.dispatchEvent(new Event(control.type === 'text' ? 'input' : 'change', { bubbles: true }))
    await Promise.resolve()
  }
}
