import { signInProblems } from "./sign-in-problems.ts";

export const pages = {
  services: {
    title: "Services",
    lead: "Search in your own words, or look at all services further down.",
    all: "All services",
  },
  signIn: {
    title: "Sign in",
    failedTitle: "Error: sign in",
    lead: "You do not sign in with us but where you are known. Afterwards you come back here.",
    leadAgain: "You need to sign in for this page. Afterwards you continue exactly there.",
    citizen: {
      title: "Citizen account",
      who: "You would like to send something to an office or read its answer.",
      action: "Sign in with the citizen account",
      next: "After signing in your device opens your cases. It makes your key only on the way to your first case.",
    },
    official: {
      title: "Authority",
      who: "You work for a connected authority and handle cases.",
      action: "Sign in as an authority",
      next: "After signing in you see the inbox of your office. The first time you need your recovery key for it.",
    },
    knownTitle: "What we learn from your sign-in",
    knownText:
      "Only an identifier and how reliably your identity was checked. We do not receive your name, your address or your password.",
    already: {
      citizen: "You are signed in with the citizen account.",
      official: "You are signed in as an authority.",
      text: "If you sign in again here, the new sign-in replaces the old one.",
      toCases: "To my cases",
      toInbox: "To the inbox",
    },
    problems: signInProblems,
    ended: {
      time: {
        title: "Your sign-in has ended.",
        text: "We have sealed your documents again because the time was up. What you began on this device is still there. After signing in you are back where you were.",
      },
      elsewhere: {
        title: "You were signed out somewhere else.",
        text: "That was on another device or at the sign-in service. If it was not you, look under “Account” after signing in to see where you are signed in. After signing in you are back where you were.",
      },
      removed: {
        title: "Your authority has ended your access.",
        text: "You were signed out everywhere, and your cases are free for the others. Your key no longer counts here. If this is a mistake or you come back, ask the people who administer your authority for a new invitation.",
      },
    },
  },
  signedIn: {
    title: "You are signed in.",
    text: "You can close this window. The other one goes on where you were.",
  },
  signedOut: {
    title: "You are signed out.",
    lead: "Everything on this device is sealed again. To read it, sign in anew.",
    thereTitle: {
      citizen: "Sign out of the citizen account as well?",
      official: "Sign out of your authority’s sign-in service as well?",
    },
    thereText:
      "You may still be signed in there, because other portals use the same sign-in. If you share this device with others, please sign out there too.",
    there: { citizen: "Sign out of the citizen account", official: "Sign out of the sign-in service" },
    problems: {
      "provider-down": {
        title: "The sign-in service does not answer right now.",
        text: "You are signed out here, but perhaps not there. Try again in a moment. If you share this device with others, please close all windows of the browser.",
      },
      "not-offered": {
        title: "The sign-in service does not offer to sign out from here.",
        text: "You are signed out here, but perhaps not there. If you share this device with others, please close all windows of the browser.",
      },
    },
  },
  serverSees: {
    title: "What the server sees",
    lead: "Your documents and messages reach us sealed and leave us sealed. But it does not work without any information at all. This is what we know.",
    caption: "Comparison: what the server knows and what stays hidden from it",
    about: "Subject",
    sees: "The server sees",
    hidden: "The server does not see",
    rows: {
      account: {
        about: "Your account",
        sees: "that an account exists, an identifier of your sign-in, when you sign in, at which level of assurance and with what kind of browser and device",
        hidden: "your name, date of birth and address",
      },
      matter: {
        about: "Your matter",
        sees: "the service, the postal code with the place and the office, because they decide who is responsible",
        hidden: "what you write about it",
      },
      documents: {
        about: "Documents",
        sees: "how many, when, and the approximate size, for two days also of what you have removed again; padding hides the exact size",
        hidden: "the content and the file names",
      },
      drafts: {
        about: "Drafts",
        sees: "nothing; only if you want to go on on another device: that there is one, when you changed it, and its size to the nearest 4 kilobytes",
        hidden: "which request it belongs to and what it says",
      },
      messages: {
        about: "Messages",
        sees: "who sent one when, and roughly how long it is",
        hidden: "what it says, not even for statistics",
      },
      work: {
        about: "Processing",
        sees: "the state of the case, until when you are asked for an answer, who belongs to which office, and who there has claimed the case",
        hidden: "the authority's file reference and the decision",
      },
      access: {
        about: "Access",
        sees: "who opens which case and fetches which document, and when",
        hidden: "what is then read on the screen",
      },
      connection: {
        about: "Your connection",
        sees: "at the entrance of the server, the IP address of your connection",
        hidden: "what you search for in the list of services",
      },
      keys: {
        about: "Keys",
        sees: "public keys, former ones too, and keys that are themselves sealed; which ways back you set up when; when somebody asks for copies under new keys, and who opens them",
        hidden: "any key that could open something",
      },
    },
    limitsTitle: "Where the promise ends",
    limitsCode:
      "We deliver the program that seals on your device. Whoever runs this server could change it. In a web page we cannot prevent that.",
    limitsMalware:
      "Because we do not look inside, we cannot check documents for malware either. That is the task of the authority.",
    limitsDevice: "Whoever holds your unlocked device can read what you can read.",
  },
  security: {
    title: "How the encryption works",
    lead: "Your device seals your documents before they leave it. Only you and the office hold the key that opens them. We carry the sealed parcel – we cannot open it.",
    keysTitle: "Two keys, no third",
    keysText:
      "For each case your device makes a new key. Your device locks it away twice: once for you, once for the office. There is no further copy, not even with us for emergencies.",
    checkTitle: "Checked before anything leaves the device",
    checkText:
      "The authority vouches for the key of its office with a signature. Your device checks this signature and remembers who the authority is. If something does not match later, nothing is sent.",
    receiptTitle: "A confirmation that can be verified",
    receiptText:
      "After sending, the server issues a signed confirmation of receipt. Your device compares it with what it has sent. Only then does it say “Sent”.",
    lossTitle: "If you lose your device",
    lossText:
      "With the recovery key you can read everything again on a new device. We have no copy of it. Keep it as safe as an identity card.",
    limitsTitle: "What we see anyway",
    limitsText: "No method hides everything. The list is short and public.",
    weaknessTitle: "If you find a weakness",
    weaknessText: "Tell us before others use it. Who looks and reports in good faith is welcome.",
  },
  refusal: {
    askTitle: "If that does not help",
    askText:
      "If the message came with an error number, please name it when you ask somebody: with it, what happened can be looked up in the log.",
    toHelp: "Go to help",
    programsTitle: "For programs",
    code: "Code",
    status: "HTTP status",
  },
  weakness: {
    title: "Report a weakness",
    lead: "Have you found a gap through which somebody could reach other people’s data, keys or accounts? Thank you for telling us.",
    whereTitle: "Where to",
    whereText: "Write to us in German or English:",
    nowhere: "This demonstration takes no reports. Whoever runs the application names an address here.",
    machineText: "For programs, the same is in",
    helpsTitle: "What helps us",
    helps: {
      steps: "what you did, step by step, and what happened",
      when: "the address of the page and the time, with its time zone",
      number: "the error number, if one was shown",
    },
    rulesTitle: "What we ask of you",
    rules: {
      own: "Use only accounts and cases of your own. Stop as soon as you could see other people’s data, and do not send us any of it.",
      calm: "Do not disturb the service: no overload, no mass requests, no malware.",
      people: "Deceive nobody, neither staff nor citizens.",
      time: "Give us time to close the gap before you report on it in public.",
    },
    freedom: "The software is free. On a computer of your own you may try everything.",
    promiseTitle: "What you can expect",
    promiseText:
      "We confirm that your report has arrived, tell you what we found out, and let you know when the gap is closed. If you like, we name you as the finder. Who keeps to these requests need not fear charges from us.",
  },
  help: {
    title: "Help",
    lead: "Answers to the most frequent questions.",
    questions: {
      send: {
        question: "How do I send documents?",
        answer:
          "Choose your service, enter your postal code and attach the documents as PDF. At the end you see which office receives them, and send them.",
      },
      arrived: {
        question: "How do I know that everything has arrived?",
        answer:
          "By the page that says “Sent” and shows your case number. As long as it says “Not sent yet”, the office has nothing. If it says “The receipt is not confirmed yet”, your parcel may be there already: fetch the confirmation with “Try again” then.",
      },
      answer: {
        question: "Where do I read the answer?",
        answer: "Under “My cases”. You can also write back there.",
      },
      device: {
        question: "I have a new device. What now?",
        answer:
          "Sign in as usual. You are then asked for one of your ways back, for example the recovery key or a device that has the key already. After that everything can be read again.",
      },
      lost: {
        question: "I have lost the recovery key as well.",
        answer:
          "Your documents are not gone: the office has them. Sign in and choose “Ask for copies again”. The office then checks at the counter or with a letter that it is you.",
      },
    },
  },
  accessibility: {
    title: "Accessibility",
    lead: "Everyone should be able to settle their own affairs: by keyboard, screen reader, magnification, on small screens and without hurry.",
    standardTitle: "What we follow",
    standardText:
      "We build to the guidelines WCAG 2.2, level AA, and the standard EN 301 549. The public pages and every stop on the way from sending to the answer are checked automatically with each change. Automatic checks find only some of the barriers.",
    gapsTitle: "What is still missing",
    gapsText:
      "A test by people with disabilities is still to come. There are no videos in German Sign Language yet. The plain language version is a draft and has not been read by test readers.",
    reportTitle: "Report a barrier",
    reportText:
      "This demonstration has nobody who receives reports. Please tell the person who showed it to you. Whoever runs the application names an address, a telephone number and the responsible arbitration body here.",
  },
  privacy: {
    title: "Privacy",
    lead: "This is a demonstration with fictional authorities and fictional people. Please do not enter real data.",
    storedTitle: "What is stored",
    storedText:
      "What you send lies sealed on the server. The page “What the server sees” says which details beside it are readable.",
    deviceTitle: "What lies on your device",
    deviceText:
      "Cookies for your sign-in, for the language, for light or dark appearance and, within an authority, for the keys of the inbox; and the key of your account in a form that cannot be read out. There is no advertising and no counting of visitors.",
    thirdTitle: "Who receives something",
    thirdText:
      "Your parcel goes to the office that is responsible by the rules for your matter and your postal code. You see it before you send. The sign-in service learns that and when you sign in here. Fonts, pictures and programs come from this server.",
    operatorTitle: "Responsible",
    operatorText: "In real operation the operating authority names itself and its data protection officers here.",
  },
  imprint: {
    title: "Imprint",
    lead: "DirektVermittlung is free software under the licence EUPL 1.2. This site is a demonstration.",
    demoTitle: "Everything here is invented",
    demoText:
      "The state of Musterland, its authorities, offices and people do not exist. The demonstration is not offered by an authority. What you send here reaches no office.",
    operatorTitle: "Provider",
    operatorText: "Whoever runs the application enters name, address and contact here.",
    designTitle: "Design and typeface",
    designText:
      "Colours and spacing follow the design system KERN (EUPL 1.2); the typeface is Fira Sans (SIL Open Font License 1.1).",
  },
} as const;
