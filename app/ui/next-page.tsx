type NextPageProps = {
  /** Address of the next stretch of the list; null at its end. */
  nextHref: string | null
  nextLabel: string
  /** Back to the start, when this is not the first page. */
  firstHref?: string | null
  firstLabel: string
  /** "51 to 100": where in the list this page is. */
  showing: string
}

/** Links under a list. Plain addresses, so that a place in the list can be kept and sent. */
export function NextPage({ nextHref, nextLabel, firstHref = null, firstLabel, showing }: NextPageProps) {
  if (nextHref === null && firstHref === null) return null
  return (
    <nav class="next-page" aria-label={showing}>
      <span class="quiet">{showing}</span>
      {firstHref !== null && <a href={firstHref}>{firstLabel}</a>}
      {nextHref !== null && (
        <a class="next-page-next" href={nextHref} rel="next">
          {nextLabel}
        </a>
      )}
    </nav>
  )
}
