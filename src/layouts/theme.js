{
  const root = document.documentElement
  try {
    const theme = localStorage.getItem(`${root.dataset.course}:${root.dataset.base}theme`)
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // No storage
  }
}
