/** The path that the site is built for, with the slash at its end that addresses are joined to. */
export const basePath = ({ base }: { readonly base: string }): string => (base.endsWith('/') ? base : `${base}/`)
