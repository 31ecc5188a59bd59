<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
    <rules key="alternatives">
      <rule key="alternatives-0" label="Ambiguous: one of these is meant" filter="&quot;status&quot; = 'contender'" symbol="0"/>
      <rule key="alternatives-1" label="Rejected: another place was chosen" filter="&quot;status&quot; = 'rejected'" symbol="1" checkstate="0"/>
    </rules>
    <symbols>
        <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="circle"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="247,244,238,255"/>
              <Option type="QString" name="outline_color" value="179,38,30,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="7.5"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="circle"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="91,100,112,0"/>
              <Option type="QString" name="outline_color" value="91,100,112,255"/>
              <Option type="QString" name="outline_width" value="0.75"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="4.5"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
          </layer>
        </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="labels">
      <rule key="label-0" description="Ambiguous" filter="&quot;status&quot; = 'contender'">
        <settings calloutType="simple">
          <text-style fieldName="&quot;of&quot; || ' ?'" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9" fontSizeUnit="Point" textColor="34,38,43,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="6" offsetType="1" dist="1.2" distUnits="Point" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" priority="8"/>
          <rendering drawLabels="1" obstacle="1" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
</qgis>
