/**
 * Whether the browser clears a site by itself after seven days of use without a visit: WebKit does, in every browser that
 * Apple's engine is in, unless the site is installed on the home screen or in the dock.
 */
export const clearsUnvisitedSites = (): boolean =>
  navigator.vendor.startsWith('Apple') && !matchMedia('(display-mode: standalone)').matches && !('standalone' in navigator && navigator.standalone === true)
