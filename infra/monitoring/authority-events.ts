import { apiCall, type EventEntry } from "./event-entry";

const guide = "https://docs.aws.amazon.com/privateca/latest/userguide";

const own = { reach: "environment", covers: ["certificate-authority"], runbook: "repair-authority" } as const;

/**
 * What AWS tells of an environment's private certificate authority. No event tells that its own certificate ends, after ten years.
 * But an authority issues nothing that would outlive it, so that a week before the end it refuses what ECS asks for.
 */
export const authorityEvents: readonly EventEntry[] = [
  {
    ...own,
    word: "certificate-not-issued",
    meaning: "The authority of services' certificates has failed to issue one",
    urgency: "risk",
    source: `${guide}/CloudWatchEvents.html`,
    pattern: ({ authorityArns }) => ({
      source: ["aws.acm-pca"],
      "detail-type": ["ACM Private CA Certificate Issuance"],
      resources: authorityArns,
      detail: { result: ["failure"] },
    }),
  },
  {
    ...own,
    word: "certificate-refused",
    meaning:
      "A certificate was refused at once: the authority is off or ends within a week, or whoever asked may not ask",
    urgency: "risk",
    source: `${guide}/logging-using-cloudtrail-pca.html`,
    pattern: ({ authorityArns }) =>
      apiCall("acm-pca", ["IssueCertificate"], {
        errorCode: [{ exists: true }],
        requestParameters: { certificateAuthorityArn: authorityArns },
      }),
  },
  {
    ...own,
    word: "authority-in-danger",
    meaning: "Somebody has changed the authority of services' certificates, switched it off or deleted it",
    urgency: "risk",
    source: `${guide}/logging-using-cloudtrail-pca.html`,
    pattern: ({ authorityArns }) =>
      apiCall("acm-pca", ["DeleteCertificateAuthority", "UpdateCertificateAuthority"], {
        requestParameters: { certificateAuthorityArn: authorityArns },
      }),
  },
];
