/**
 * Every mail this house sends. Others may see a phone's lock screen or share a mailbox: no word about
 * health, in the subject or the text.
 */
export const mail = {
  link: (url: string) => ({
    subject: 'A link for you',
    text: `Hello,

here is the link you asked for:

${url}

It works once, for 10 minutes. You did not ask for it? Then you can leave this mail alone. Nothing happens without a click.
`,
  }),
  invitation: (url: string) => ({
    subject: 'A link for you',
    text: `Hello,

an account is ready for you. This link opens it:

${url}

It works once, for 3 days. You did not expect it? Then you can leave this mail alone.
`,
  }),
  registered: (url: string) => ({
    subject: 'A link for you',
    text: `Hello,

thank you for writing to us. This link opens your account:

${url}

It works once, for 3 days. You did not expect it? Then you can leave this mail alone. Nothing happens without a click.
`,
  }),
  alreadyHere: (url: string) => ({
    subject: 'Your account',
    text: `Hello,

someone wrote this address in our form, most likely you. There is an account with it already. You can sign in here:

${url}

It was not you? Then you can leave this mail alone. Nothing has changed.
`,
  }),
  askedToBeThere: (url: string) => ({
    subject: 'A link for you',
    text: `Hello,

someone you know would like to share something with you. This link opens it:

${url}

It works once, for 3 days. You did not expect it? Then you can leave this mail alone. Nothing happens without a click.
`,
  }),
  otherAddress: (url: string) => ({
    subject: 'Something for you',
    text: `Hello,

someone you know would like to share something with you, at this address. There is an account with it already, and it cannot be used for this as well. You can give them another address of yours.

Your own account is here, as before:

${url}

You did not expect it? Then you can leave this mail alone. Nothing has changed.
`,
  }),
  signInChanged: {
    subject: 'Your account',
    text: `Hello,

the way you sign in to your account was changed just now.

Was it you? Then all is well. If it was not, please call us.
`,
  },
  newOnWorklist: (url: string) => ({
    subject: 'Something new for you',
    text: `Hello,

something new is waiting on your list:

${url}
`,
  }),
  newForYou: (url: string) => ({
    subject: 'Something new for you',
    text: `Hello,

something new is on your page:

${url}
`,
  }),
  pleaseLook: (url: string) => ({
    subject: 'Please look now',
    text: `Hello,

something on your list is waiting, and nobody has opened it yet. Please look now:

${url}
`,
  }),
  signOfYou: (url: string) => ({
    subject: 'A sign from you, please',
    text: `Hello,

your page is waiting for a sign from you. Please open it now, and press the button that fits:

${url}
`,
  }),
  fewQuestions: (url: string) => ({
    subject: 'How are you today?',
    text: `Hello,

a few short questions are waiting for you. You can skip any of them:

${url}
`,
  }),
}
