/**
 * Secrets that stand in our examples and documentation. They look real on purpose, so that the examples run; a cluster
 * refuses to start with any of them, because whoever reads the documentation knows them.
 */
export const sampleSecrets = {
  DVD_SESSION_SECRET: "cRHqUW43zuo9R6bUZzp78eJvDbhcBYFODf7T9ergV9zQ",
  DVD_PSEUDONYM_KEY: "xZ+XcRetWgFFxQW4mxilyFMMbscUBvHT1zd07wvhn0fp",
  DVD_CITIZEN_CLIENT_SECRET: "SDbKXg4gxBu74fcdTBJDkRwHbKZEjbRh+Ql5bubX+OeY",
  DVD_OFFICIAL_CLIENT_SECRET: "VAAP3O+SeS7vUSJPk3f/S9+kKvWwCYqMJXxXkw73I68E",
  DVD_RECEIPT_KEY: [
    "-----BEGIN PRIVATE KEY-----",
    "MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDAPdEJGZEELmct+0NRb",
    "9+AMws3PQ92Z6Hm1xnSsPc5+99XKsXbOgkZAht8GFtsDvdWhZANiAAREGbFkd700",
    "G7dbE56/cGPibRGjsB8h9ARATqv+g3DWRJdltz0/o2egXsOWukYtMFqaErRnhr9E",
    "kuBU6Xs3ranJ+HTc00thRuEGhbebg8CRMqzOnntXpGZzHtvxIHcY6ow=",
    "-----END PRIVATE KEY-----",
  ].join("\n"),
} as const;
