/** An icon of the page's sprite beside a text that says the same. */
export const Icon = ({ name }: { readonly name: string }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href={`#icon-${name}`} /></svg>
)
