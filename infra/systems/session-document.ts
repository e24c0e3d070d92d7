import type { SessionPlaces } from "../core/sessions";
import type { Sessions } from "./systems-args";

/** Name of the preferences of sessions: the console, and a session that names no document, know no other. */
export const sessionDocumentName = "SSM-SessionManagerRunShell";

/** Preferences of sessions, as Systems Manager reads them. */
export interface SessionDocument {
  /** Version of the schema; there is only one. */
  readonly schemaVersion: "1.0";
  /** What the document is. */
  readonly description: string;
  /** What kind of sessions it is about. */
  readonly sessionType: "Standard_Stream";
  /** The preferences, by the schema's words. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Preferences of sessions in a Region.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html, 2026-11
 *
 * @param keyArn ARN of the key that encrypts what is typed and answered on its way
 */
export function sessionDocument(
  { idleMinutes, maximumMinutes, runAs }: Sessions,
  { bucket, logGroup }: SessionPlaces,
  keyArn: string,
): SessionDocument {
  return {
    schemaVersion: "1.0",
    description: "Preferences of sessions in this Region",
    sessionType: "Standard_Stream",
    inputs: {
      kmsKeyId: keyArn,
      s3BucketName: bucket,
      s3KeyPrefix: "",
      s3EncryptionEnabled: true,
      cloudWatchLogGroupName: logGroup,
      cloudWatchEncryptionEnabled: true,
      cloudWatchStreamingEnabled: true,
      idleSessionTimeout: String(idleMinutes),
      maxSessionDuration: String(maximumMinutes),
      runAsEnabled: true,
      runAsDefaultUser: runAs,
      shellProfile: { linux: "", windows: "" },
    },
  };
}
