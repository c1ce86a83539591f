import type { Words } from '../content/words.ts'

type GroundingProps = { words: Words['help']['grounding']; title?: string; lead?: string }

/** Three small ways to steady. Closed until wanted: nobody is made to do anything. */
export function Grounding({ words, title = words.title, lead = words.lead }: GroundingProps) {
  return (
    <section class="grounding flow" aria-labelledby="grounding">
      <h2 id="grounding">{title}</h2>
      <p>{lead}</p>
      <div class="grounding-tools">
        {words.tools.map((tool) => (
          <details key={tool.title} name="grounding">
            <summary>{tool.title}</summary>
            <ol>
              {tool.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        ))}
      </div>
    </section>
  )
}
