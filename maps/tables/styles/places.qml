<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
    <rules key="places">
      <rule key="places-0" label="Populated place" filter="&quot;kind&quot; = 'town' and not &quot;belief&quot; = 'unsure'" symbol="0"/>
      <rule key="places-1" label="Populated place, unsure which is meant" filter="&quot;kind&quot; = 'town' and &quot;belief&quot; = 'unsure'" symbol="1"/>
      <rule key="places-2" label="Natural feature" filter="&quot;kind&quot; = 'nature' and not &quot;belief&quot; = 'unsure'" symbol="2"/>
      <rule key="places-3" label="Natural feature, unsure which is meant" filter="&quot;kind&quot; = 'nature' and &quot;belief&quot; = 'unsure'" symbol="3"/>
      <rule key="places-4" label="Area shown by its centre" filter="&quot;kind&quot; = 'square'" symbol="4"/>
      <rule key="places-5" label="Centre of an area that the layer regions draws" filter="&quot;kind&quot; in ('area', 'region')" symbol="5" checkstate="0"/>
    </rules>
    <symbols>
        <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="circle"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="179,38,30,255"/>
              <Option type="QString" name="outline_color" value="247,244,238,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.5 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
        <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
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
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.5 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="semi_circle"/>
              <Option type="QString" name="angle" value="270"/>
              <Option type="QString" name="color" value="179,38,30,255"/>
              <Option type="QString" name="outline_color" value="179,38,30,0"/>
              <Option type="QString" name="outline_width" value="0"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.5 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
        <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="diamond"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="47,107,42,255"/>
              <Option type="QString" name="outline_color" value="247,244,238,255"/>
              <Option type="QString" name="outline_width" value="1.1"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.9 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
        <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="diamond"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="247,244,238,255"/>
              <Option type="QString" name="outline_color" value="47,107,42,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.9 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="diagonal_half_square"/>
              <Option type="QString" name="angle" value="45"/>
              <Option type="QString" name="color" value="47,107,42,255"/>
              <Option type="QString" name="outline_color" value="47,107,42,0"/>
              <Option type="QString" name="outline_width" value="0"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.34 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
        <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="square"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="247,244,238,255"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.5 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
        <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="square"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="247,244,238,255"/>
              <Option type="QString" name="outline_color" value="31,95,153,255"/>
              <Option type="QString" name="outline_width" value="1.5"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="8.25"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
            <data_defined_properties><Option type="Map"><Option type="QString" name="name" value=""/><Option type="Map" name="properties"><Option type="Map" name="size"><Option type="bool" name="active" value="true"/><Option type="QString" name="expression" value="1.5 * (5.5 + min(3.5, sqrt(&quot;times&quot; - 1)))"/><Option type="int" name="type" value="3"/></Option></Option><Option type="QString" name="type" value="collection"/></Option></data_defined_properties>
          </layer>
        </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="labels">
      <rule key="label-0" description="Populated place" filter="&quot;kind&quot; = 'town'">
        <settings calloutType="simple">
          <text-style fieldName="&quot;label&quot; || if(&quot;belief&quot; = 'unsure', ' ?', '')" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9.5" fontSizeUnit="Point" textColor="34,38,43,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="6" offsetType="1" dist="1.2" distUnits="Point" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" priority="8"/>
          <rendering drawLabels="1" obstacle="1" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule key="label-1" description="Natural feature" filter="&quot;kind&quot; = 'nature'">
        <settings calloutType="simple">
          <text-style fieldName="&quot;label&quot; || if(&quot;belief&quot; = 'unsure', ' ?', '')" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9.5" fontSizeUnit="Point" textColor="47,107,42,255" textOpacity="1" multilineHeight="1">
            <text-buffer bufferDraw="1" bufferSize="2" bufferSizeUnits="Point" bufferColor="247,244,238,255" bufferOpacity="1" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="3"/>
          <placement placement="6" offsetType="1" dist="1.2" distUnits="Point" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" priority="8"/>
          <rendering drawLabels="1" obstacle="1" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
        </settings>
      </rule>
      <rule key="label-2" description="Area shown by its centre" filter="&quot;kind&quot; = 'square'">
        <settings calloutType="simple">
          <text-style fieldName="&quot;label&quot; || if(&quot;belief&quot; = 'unsure', ' ?', '')" isExpression="1" fontWeight="63" namedStyle="SemiBold" fontSize="9.5" fontSizeUnit="Point" textColor="31,95,153,255" textOpacity="1" multilineHeight="1">
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
