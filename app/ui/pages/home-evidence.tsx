import type { Words } from '../../content/words.ts'

/** What studies have found, and what they have not, in the order a careful friend would tell it. */
export function HomeEvidence({ words }: { words: Words['home']['evidence'] }) {
  const { firstLine } = words
  return (
    <section id="evidence" class="page band flow" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <div class="first-line flow">
        <h3>{firstLine.title}</h3>
        <p>{firstLine.text}</p>
      </div>
      <h3>{words.claimsTitle}</h3>
      <table class="claims">
        <thead>
          <tr>
            <th scope="col">{words.claimStrength}</th>
            <th scope="col">{words.claimText}</th>
            <th scope="col">{words.claimSource}</th>
          </tr>
        </thead>
        <tbody>
          {words.claims.map(({ strength, text, source }) => (
            <tr key={text}>
              <th scope="row">{strength}</th>
              <td>{text}</td>
              <td class="quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fda">{words.fda}</p>
      <p class="quiet">{words.fdaMore}</p>
    </section>
  )
}
