import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const logged = { cloudwatchLogOptions: { logEnabled: true } };
const vpn = (props: object) => ({
  vpn: aws("ec2/vpnConnection:VpnConnection", { tunnel1LogOptions: logged, ...props }),
});

fixtures("vpn-tunnel-logs", {
  pass: { "a connection with two tunnels that log": vpn({ tunnel2LogOptions: logged }) },
  fail: {
    "a tunnel whose log is off": vpn({ tunnel2LogOptions: { cloudwatchLogOptions: { logEnabled: false } } }),
    "a first tunnel that says nothing": vpn({ tunnel1LogOptions: {}, tunnel2LogOptions: logged }),
  },
  unknown: { "a tunnel whose options are computed": vpn({ tunnel2LogOptions: UNKNOWN }) },
  unset: { "a connection with one tunnel that logs": ["fail", vpn({})] },
  alias: { none: "one token" },
});
