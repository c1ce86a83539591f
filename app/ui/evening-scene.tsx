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
        d="M0 240C160 232 260 224 420 230s252 14 420 8 300-20 470-12 208 10 290 6V262H0z"
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
      <path d="M864 238v-38l24-20 24 20v38z" />
      <path d="M922 238v-28l34-22 34 22v28z" />
      <path d="M1004 240v-52l28-24 28 24v52z" />
      <path d="M1072 240v-30h46v30z" />
      <path d="M1108 212v-26h8v26z" />
      <path d="M1134 236v-30l22-16 22 16v30z" />
      <rect class="scene-window dim" x="882" y="206" width="10" height="13" rx="1.5" />
      <rect class="scene-window dim" x="1088" y="220" width="9" height="10" rx="1.5" />
      <rect class="scene-glow" x="1012" y="184" width="40" height="46" rx="20" />
      <rect class="scene-window" x="1025" y="196" width="15" height="20" rx="2" />
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
        <path d="M1014 262h38M1004 272h52M1018 282h36M998 293h48M1022 304h30M1008 315h40" />
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
