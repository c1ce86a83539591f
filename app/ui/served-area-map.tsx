type ServedAreaMapProps = { states: readonly { code: string; name: string }[]; label: string }

/** Outlines drawn by hand from a few dozen points: enough to recognise, not to measure. */
const OUTLINES: Record<
  string,
  { width: number; height: number; path: string; islands?: readonly [number, number][] }
> = {
  FL: {
    width: 240,
    height: 236,
    path: 'M10 13L86 13L90 23L167 27L171 34L173 27L172 21L189 23L191 36L195 53L202 73L210 87L216 97L213 107L220 124L227 140L230 153L229 172L227 186L221 198L215 205L203 207L198 204L192 186L180 180L177 164L170 160L165 151L158 137L153 128L159 119L155 113L153 121L149 115L150 106L154 94L150 80L142 75L133 59L125 49L114 43L105 45L103 49L87 58L77 56L74 50L65 42L50 34L32 34L23 35L13 37L16 32L16 24L11 16Z',
    islands: [
      [217, 212],
      [208, 218],
      [198, 223],
      [188, 226],
      [178, 228],
    ],
  },
  NJ: {
    width: 130,
    height: 220,
    path: 'M66 10L117 40L108 63L100 69L94 82L103 85L111 85L112 104L105 140L91 165L71 188L57 208L50 210L54 190L39 188L23 175L13 166L14 153L22 139L38 132L49 117L64 110L52 95L44 87L35 74L35 64L44 51L40 40L57 17Z',
  },
}

/** The area the practice serves. Each outline has its own scale; a state without one is named in the text. */
export function ServedAreaMap({ states, label }: ServedAreaMapProps) {
  const drawn = states.flatMap(({ code }) => {
    const outline = OUTLINES[code]
    return outline === undefined ? [] : [{ code, outline }]
  })
  if (drawn.length === 0) return null
  return (
    <div class="served-area" role="img" aria-label={label}>
      {drawn.map(({ code, outline: { width, height, path, islands = [] } }) => (
        <svg key={code} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <path class="land" d={path} />
          {islands.map(([x, y]) => (
            <circle key={x} class="island" cx={x} cy={y} r={2.4} />
          ))}
        </svg>
      ))}
    </div>
  )
}
