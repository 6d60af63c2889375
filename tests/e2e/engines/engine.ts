/** What a journey needs of a browser, whichever engine it is. Both adapters speak the protocol of their engine themselves, so nothing is installed. */

/** A tab. Pointer and keys are the browser's own input, not events made by script. */
export interface Tab {
  /** Opens an address and waits until it has loaded. */
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** Runs `fn` in the page with arguments and a result that JSON can carry. It sees nothing of the test but its arguments. */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>
  /** Clicks in the middle of the one element that `selector` finds. */
  click(selector: string): Promise<void>
  /** Presses keys one after the other; those without a character are the code points that WebDriver gives them. */
  press(keys: readonly string[]): Promise<void>
  /** Chooses a file in the one field that `selector` finds. */
  choose(selector: string, path: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** What the tab shows, as PNG. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

/** What WebDriver performs to press `keys`. */
export const pressing = (keys: readonly string[]) => [
  { type: 'key', id: 'keyboard', actions: keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) },
]

/** A running browser. */
export interface Browser {
  /** The folder in which it saves what the learner saves. */
  readonly downloads: string
  openTab(): Promise<Tab>
  /** Ends it at once, as a crash would: nothing gets to tidy up. */
  kill(): Promise<void>
  close(): Promise<void>
}

export interface Engine {
  readonly name: string
  /** Starts it with a profile of its own; with `storage: false` the learner has forbidden sites to store anything. */
  start(options?: { readonly storage?: boolean; readonly profile?: string }): Promise<Browser>
  /** Whether a profile outlives the browser. */
  readonly keepsProfile: boolean
  /** Whether the learner can forbid storage. */
  readonly forbidsStorage: boolean
}

/** The text of a function that runs `fn` and answers in JSON, or with what went wrong. */
export const inPage = (fn: (...args: never[]) => unknown): string =>
  `async (args) => { try { return JSON.stringify({ value: await (${fn.toString()})(...JSON.parse(args)) }) } catch (error) { return JSON.stringify({ error: String(error) }) } }`

/** What such a function has answered. */
export const answerOf = (text: string): unknown => {
  const answer = JSON.parse(text) as { value?: unknown; error?: string }
  if (answer.error !== undefined) throw new Error(`in the page: ${answer.error}`)
  return answer.value
}
