/**
 * Port on which Service Connect's proxy accepts calls for a service. The balancer reaches the application's own port
 * beside it: with TLS among services, the proxy would refuse the balancer's plain HTTP. No application may listen on it.
 *
 * Source: `ingressPortOverride` in
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html
 */
export const proxyPort = 10443;

/** Port by which a service is called under its own name inside of a task, by the proxy there. */
export const callPort = 80;

/** Address by which one service calls another. The proxies on both sides speak TLS in between, where that is wanted. */
export function serviceUrl(callee: string): string {
  return `http://${callee}`;
}
