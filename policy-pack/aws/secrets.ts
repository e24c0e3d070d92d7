import { tokens } from "./tokens";

/** Secrets of Secrets Manager, which can carry their policy themselves. */
export const SECRETS = tokens("secretsmanager/secret:Secret");

/** Policies of secrets as resources of their own. */
export const SECRET_POLICIES = tokens("secretsmanager/secretPolicy:SecretPolicy");

/** What makes a secret change. */
export const ROTATIONS = tokens("secretsmanager/secretRotation:SecretRotation");
