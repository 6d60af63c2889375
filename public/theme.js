// Runs before the first paint, so that a chosen theme never flashes. The button is wired in src/islands/site-header.ts.
{
  const root = document.documentElement
  try {
    const theme = localStorage.getItem(`${root.dataset.course}:${root.dataset.base}theme`)
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is blocked: the device's theme it is.
  }
}
