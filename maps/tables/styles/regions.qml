<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
    <rules key="regions">
      <rule key="regions-0" label="Country" filter="&quot;level&quot; = 'country' and not &quot;approximate&quot;" symbol="0"/>
      <rule key="regions-1" label="Country, approximate" filter="&quot;level&quot; = 'country' and &quot;approximate&quot;" symbol="1"/>
      <rule key="regions-2" label="Administrative area" filter="&quot;level&quot; in ('admin1', 'admin2', 'admin3') and not &quot;approximate&quot;" symbol="2"/>
      <rule key="regions-3" label="Administrative area, approximate" filter="&quot;level&quot; in ('admin1', 'admin2', 'admin3') and &quot;approximate&quot;" symbol="3"/>
      <rule key="regions-4" label="Named region" filter="&quot;level&quot; = 'named region' and not &quot;approximate&quot;" symbol="4"/>
      <rule key="regions-5" label="Named region, approximate" filter="&quot;level&quot; = 'named region' and &quot;approximate&quot;" symbol="5"/>
    </rules>
    <symbols>
        <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="31,95,153,13"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="31,95,153,13"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="dash"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="31,95,153,26"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="31,95,153,26"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="dash"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="106,44,120,31"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="106,44,120,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleFill" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="color" value="106,44,120,31"/>
              <Option type="QString" name="style" value="solid"/>
              <Option type="QString" name="outline_color" value="106,44,120,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="dash"/>
              <Option type="QString" name="joinstyle" value="round"/>
            </Option>
          </layer>
        </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="labels">
      <rule key="label-0" description="Country" filter="&quot;level&quot; = 'country'">
        <settings calloutType="simple">
          <text-style fieldName="upper(&quot;label&quot;)" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9" fontSizeUnit="Point" textColor="31,95,153,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="4" priority="4" polygonPlacementFlags="2"/>
          <rendering drawLabels="1" obstacle="0" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule key="label-1" description="Administrative area" filter="&quot;level&quot; in ('admin1', 'admin2', 'admin3')">
        <settings calloutType="simple">
          <text-style fieldName="&quot;label&quot;" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9" fontSizeUnit="Point" textColor="31,95,153,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="4" priority="4" polygonPlacementFlags="2"/>
          <rendering drawLabels="1" obstacle="0" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule key="label-2" description="Named region" filter="&quot;level&quot; = 'named region'">
        <settings calloutType="simple">
          <text-style fieldName="&quot;label&quot;" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="10" fontSizeUnit="Point" textColor="106,44,120,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="4" priority="4" polygonPlacementFlags="2"/>
          <rendering drawLabels="1" obstacle="1" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
</qgis>
