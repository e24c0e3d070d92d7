import type * as aws from "@pulumi/aws";

import type { PartnerSpec } from "./integration-args";

/** What a connection holds until somebody sets the real credential. It is no secret, and opens nothing. */
const placeholder = "set-outside-of-the-program";

/** How a connection proves who we are, as EventBridge spells it, with a placeholder for the credential. */
export function placeholderCredentials(
  authentication: PartnerSpec["authentication"],
  baseUrl: string,
): Pick<aws.cloudwatch.EventConnectionArgs, "authorizationType" | "authParameters"> {
  switch (authentication) {
    case "api-key":
      return {
        authorizationType: "API_KEY",
        authParameters: { apiKey: { key: "Authorization", value: placeholder } },
      };
    case "basic":
      return {
        authorizationType: "BASIC",
        authParameters: { basic: { username: placeholder, password: placeholder } },
      };
    case "oauth":
      return {
        authorizationType: "OAUTH_CLIENT_CREDENTIALS",
        authParameters: {
          oauth: {
            authorizationEndpoint: `${baseUrl}/oauth/token`,
            httpMethod: "POST",
            clientParameters: { clientId: placeholder, clientSecret: placeholder },
            oauthHttpParameters: { bodies: [{ key: "grant_type", value: "client_credentials" }] },
          },
        },
      };
  }
}
