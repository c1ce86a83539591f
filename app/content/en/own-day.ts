/** Questions of the day that name a person's own medicine, or hours that are signed. */
export const ownDay = {
  /** Undefined: nobody signed how many hours. */
  taken: {
    alcohol: (hours: string | undefined) => `Alcohol${within(hours)}`,
    sedative: (hours: string | undefined) => `Something to calm down or sleep${within(hours)}`,
    cannabis: (hours: string | undefined) => `Cannabis${within(hours)}`,
  },
  /** As the person wrote it. */
  lastTaken: (medicine: string) => `How many hours ago did you last take this? ${medicine}`,
  clinicPhone: (number: string) => `Call the clinic once: ${number}. Did the call go through?`,
}

const within = (hours: string | undefined) =>
  hours === undefined ? ', today or yesterday' : `, in the last ${hours} hours`
