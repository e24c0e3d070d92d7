import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = "DisassociateRouteTable") || ($.eventName = "DeleteRoute") || ($.eventName = "DeleteRouteTable") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName = "ReplaceRoute") || ($.eventName = "CreateRouteTable") || ($.eventName = "CreateRoute")) }',
  lacking:
    "{ ($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) }",
};

fixtures("alarm-route-changes", trailAlarmFixtures(patterns));
