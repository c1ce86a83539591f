/**
 * The house's picture: a quiet harbour at dusk, one window lit, its light on the water. Drawn in the tokens'
 * colours, so that it turns with the theme and costs no request. Decoration alone: nothing in it must be seen.
 */
export function EveningScene() {
  return (
    <svg
      class="scene"
      viewBox="0 0 1600 330"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <radialGradient id="lamplight">
          <stop class="scene-lamplight" offset="0" stop-opacity="0.75" />
          <stop class="scene-lamplight" offset="0.35" stop-opacity="0.28" />
          <stop class="scene-lamplight" offset="1" stop-opacity="0" />
        </radialGradient>
      </defs>
      <circle class="scene-moon" cx="1232" cy="64" r="30" />
      <path
        class="scene-far"
        d="M0 176C150 150 262 140 420 158S720 118 906 132s262 46 402 30 214-22 292-10V262H0z"
      />
      <path
        class="scene-mid"
        d="M0 206C120 196 214 176 344 186s186 40 330 30 236-54 398-46 248 52 356 44 122-16 172-14V262H0z"
      />
      <Houses />
      <path
        class="scene-shore"
        d="M0 242C160 234 260 228 420 233s252 12 420 7 300-9 470-5 208 8 290 4V262H0z"
      />
      <rect class="scene-water" y="252" width="1600" height="80" />
      <Reflections />
      <Boat />
    </svg>
  )
}

function Houses() {
  return (
    <g class="scene-house">
      <path d="M858 246v-44l26-22 26 22v44z" />
      <path d="M920 246v-34l36-24 36 24v34z" />
      <path d="M1048 176v-22h9v30zM1002 246v-56l30-26 30 26v56z" />
      <path d="M1074 246v-34l26-16 26 16v34z" />
      <path d="M1140 246v-30l20-15 20 15v30z" />
      <rect class="scene-window dim" x="878" y="208" width="11" height="14" rx="1.5" />
      <rect class="scene-window dim" x="938" y="216" width="10" height="12" rx="1.5" />
      <rect class="scene-window dim" x="1095" y="214" width="10" height="12" rx="1.5" />
      <circle cx="1032" cy="206" r="58" fill="url(#lamplight)" />
      <rect class="scene-window" x="1024" y="196" width="16" height="20" rx="2" />
    </g>
  )
}

function Reflections() {
  return (
    <>
      <g class="scene-ripple">
        <path d="M96 274h88M240 290h130M460 278h70M612 300h160M1180 282h92M1320 298h140M1490 276h64M60 306h80M1228 310h60" />
      </g>
      <g class="scene-light">
        <path d="M1014 262h38M1004 272h52M1018 282h36M998 293h52M1022 304h30M1008 315h40" />
      </g>
    </>
  )
}

function Boat() {
  return (
    <g class="scene-boat">
      <path d="M330 262h76c-4 12-12 16-20 16h-38c-8 0-14-5-18-16z" />
      <path d="M364 262v-54" />
      <path class="scene-sail" d="M369 210c20 14 28 30 31 45h-31z" />
    </g>
  )
}
