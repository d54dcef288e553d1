export const start = {
  title: "Your direct line to the office – encrypted.",
  lead: "Send documents and ask questions. Only you and the responsible office can read them.",
  allServices: "All services",
  byPhone: "Rather by phone? Call 115, the number of the public administration, Monday to Friday from 8 am to 6 pm.",
  pictureAlt:
    "Drawing: a single string runs from a house to a town hall. In the middle it ties up a sealed parcel. One key lies at the house, one at the town hall. The eye above the parcel is closed.",
  promisesTitle: "What we promise you",
  promises: {
    blind: {
      title: "We cannot look inside",
      text: "Your device seals your documents before they leave it. Only you and the office hold the key.",
    },
    key: {
      title: "The right key or nothing",
      text: "If the key of an office does not belong to its authority, nothing is sent. There is no “continue anyway”.",
    },
    receipt: {
      title: "Sent means arrived",
      text: "You only read “Sent” after your device has checked the signed confirmation of receipt.",
    },
  },
  howTitle: "How it works",
  steps: {
    choose: { title: "Choose", text: "You say what it is about and where. That leads to the responsible office." },
    seal: { title: "Seal", text: "Your device wraps and seals the documents. Only then do they set off." },
    answer: {
      title: "Read the answer",
      text: "The office opens them with its key and answers you. Again, only the two of you can read it.",
    },
  },
  honestTitle: "And what do we see anyway?",
  honestText:
    "For example when something was sent, roughly how large it is, and which office it goes to. We write down openly what our server knows and what it does not.",
  honestLink: "What the server sees",
} as const;
