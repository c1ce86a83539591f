/**
 * Makes *Leave* leave no trace of this page in the history, and lets Esc, pressed twice, do the same.
 * Without this script the link still leads out.
 */
const TWICE_WITHIN_MS = 1000

const links = document.querySelectorAll<HTMLAnchorElement>('a[data-leave]')
const [first] = links

if (first) {
  const leave = () => {
    // Covers the page before the network answers: on a slow line it would stay readable.
    document.body.hidden = true
    document.title = ''
    location.replace(first.href)
  }

  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave()
    })
  }

  let lastEscapeMs = Number.NEGATIVE_INFINITY
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    if (event.timeStamp - lastEscapeMs <= TWICE_WITHIN_MS) leave()
    lastEscapeMs = event.timeStamp
  })
}
