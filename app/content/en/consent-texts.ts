import type { ConsentKind } from '../../clinical/consents.ts'

/** A text to sign, in parts a person can read on a phone. */
export type ConsentText = {
  title: string
  lead: string
  parts: readonly { title: string; paragraphs: readonly string[] }[]
  /** What is signed, in one sentence. */
  agree: string
  /** What it means to take it back. */
  takenBack: string
}

/**
 * Examples in our own words, for a practice to replace by its own. A change of meaning raises the version in
 * clinical/consents.ts, and everybody is asked again.
 */
export const consentTexts: Record<ConsentKind, ConsentText> = {
  telehealth: {
    title: 'Care by video',
    lead: 'You meet your doctor by video. This says how that works, and what it cannot do.',
    parts: [
      {
        title: 'How it works',
        paragraphs: [
          'You and the doctor see and hear each other through a phone or a computer. You need a quiet place where nobody else listens.',
          'At each visit we ask where you are. A doctor may only treat you while you are in a state where they hold a license.',
          'If the picture or the sound breaks off, we call you on the phone.',
        ],
      },
      {
        title: 'What it cannot do',
        paragraphs: [
          'A doctor on a screen cannot examine your body. Some things need a visit in person, and then we say so.',
          'No line is perfectly private. We use one made for health care, and we do not record visits.',
          'Video is not for emergencies. In danger, call 911. If you think of ending your life, call or text 988.',
        ],
      },
      {
        title: 'What you can always do',
        paragraphs: [
          'Ask for a break, turn the picture off, or end the visit. You can have someone with you. You can choose to see a doctor in person instead.',
        ],
      },
    ],
    agree: 'I have read this, and I agree to meet my care team by video.',
    takenBack:
      'Then there are no more video visits. Without them we cannot plan or carry on treatment, so the next step waits. We help you find someone you can see in person. Your record stays.',
  },
  'off-label-treatment': {
    title: 'About the medicine',
    lead: 'This says plainly what is known about ketamine after trauma, and what is not.',
    parts: [
      {
        title: 'What off-label means',
        paragraphs: [
          'Ketamine is approved for use in surgery. It is not approved for PTSD, anxiety, depression or pain. A doctor may still use it for these. That is called off-label.',
          'The medicine is made for you by a pharmacy. This is called compounded. No public office has checked that it works or how strong each piece is, as it would for an approved medicine.',
          'The FDA has warned about using it at home without a clinician there.',
        ],
      },
      {
        title: 'What is known, and what is not',
        paragraphs: [
          'Studies of ketamine for PTSD are few, small and mixed. They gave it by vein in a clinic. For taking it at home we know of no study of the strongest kind.',
          'The 2023 guide of the VA and the Department of Defense suggests not using ketamine for PTSD. It puts talk therapy for trauma first.',
          'It may help you. It may do nothing. It may make some things harder. Nobody can know that before.',
        ],
      },
      {
        title: 'What can happen',
        paragraphs: [
          'Common for some hours: feeling far away or strange, dizzy, sick, tired, a faster heart, higher blood pressure. Old feelings or memories can come up.',
          'Less common: strong fear, confusion, vomiting, very high blood pressure, slow breathing, a bad turn in mood.',
          'With much use over time: harm to the bladder or liver, trouble with memory, and needing it more and more. That is why we look for signs of it, and why a course has an end.',
        ],
      },
      {
        title: 'Other ways',
        paragraphs: [
          'There are talk treatments made for trauma, other medicines, and waiting. You can ask about each. You can choose another one at any time.',
        ],
      },
    ],
    agree:
      'I have read this. I know that the medicine is compounded and used off-label, and I want to go on.',
    takenBack:
      'Then there are no more sessions with us, and the next step waits. What is at home stays locked away until we have talked. We talk with you about how you are, and about other ways. Nobody is cross with you.',
  },
  'privacy-practices': {
    title: 'Your privacy',
    lead: 'This says who sees what you tell us, why, and what you can do about it.',
    parts: [
      {
        title: 'Who sees it',
        paragraphs: [
          'Your doctor and the people who care for you see what they need for that. Each look is written down.',
          'Your therapist and the person who stays with you see only what you choose to show them. You can end that with one tap.',
          'The pharmacy gets what it needs to make and send the medicine. Those who run our computers may not read your record.',
        ],
      },
      {
        title: 'When we may speak without asking you',
        paragraphs: [
          'When a life is in danger, we may call for help.',
          'When a child, or an adult who cannot protect themselves, is being hurt, the law makes us tell.',
          'When a court orders it. We give no more than the order asks.',
        ],
      },
      {
        title: 'What we do not do',
        paragraphs: [
          'We do not sell what you tell us. It is part of no ad. No other company watches these pages.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You can read your record and have a copy. You can ask us to correct it. You can ask who has looked at it. You can complain to us or to the U.S. Department of Health and Human Services, and nothing changes in how we treat you.',
        ],
      },
    ],
    agree: 'I have read how my information is used and kept.',
    takenBack:
      'Then your record is part of no new steps, and the next step waits. What the law tells us to keep, we keep. What you have shared with others you can end on its own, at any time.',
  },
  'home-treatment': {
    title: 'At home',
    lead: 'This is what you and we say to each other about the days with medicine at home.',
    parts: [
      {
        title: 'What we ask of you, and why',
        paragraphs: [
          'An adult you trust stays with you the whole time, and until you are fully back. Somebody needs to see how you are and call for help.',
          'You take what is planned, at the time that is planned, and no more. More is more risk, not more help.',
          'You do not drive, cook, or look after a child until you have slept a night.',
          'You keep the medicine locked away from children, visitors and pets. It is for you alone.',
          'You tell us about other medicines, alcohol and drugs. Some of them, together with ketamine, can make it hard or impossible to breathe.',
          'You meet your therapist in the days that follow.',
        ],
      },
      {
        title: 'What you can ask of us',
        paragraphs: [
          'A clinician can be reached during each session. Before each one we check with you that today is a good day.',
          'You can stop before, or ask for help during, without a reason and without a price.',
          'We tell you when we think it is better to wait or to end, and we help with what comes next.',
        ],
      },
      {
        title: 'When things go another way',
        paragraphs: [
          'Things happen. A piece gets lost, somebody cannot come, a drink was had, more was taken than planned. Please tell us. Telling us is never held against you. We look together at what keeps you safe.',
          'Counting what is left is there to keep homes safe. It is not a test of you.',
        ],
      },
    ],
    agree: 'I have read this, and I agree to it for my days with medicine at home.',
    takenBack:
      'Then no session is held at home, and the next step waits. Please keep what you have locked away. We tell you how to hand it in. All other care and help stays open to you.',
  },
}
