<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
    <rules key="mentions">
      <rule key="mentions-0" label="Mention of a place" filter="&quot;kind&quot; &lt;&gt; 'demonym'" symbol="0"/>
      <rule key="mentions-1" label="Demonym, at its country's centre" filter="&quot;kind&quot; = 'demonym'" symbol="1" checkstate="0"/>
    </rules>
    <symbols>
        <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="circle"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="179,38,30,90"/>
              <Option type="QString" name="outline_color" value="179,38,30,0"/>
              <Option type="QString" name="outline_width" value="0"/>
              <Option type="QString" name="outline_width_unit" value="Point"/>
              <Option type="QString" name="outline_style" value="solid"/>
              <Option type="QString" name="joinstyle" value="miter"/>
              <Option type="QString" name="size" value="4.5"/>
              <Option type="QString" name="size_unit" value="Point"/>
            </Option>
          </layer>
        </symbol>
        <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
            <Option type="Map">
              <Option type="QString" name="name" value="circle"/>
              <Option type="QString" name="angle" value="0"/>
              <Option type="QString" name="color" value="31,95,153,90"/>
              <Option type="QString" name="outline_color" value="31,95,153,0"/>
              <Option type="QString" name="outline_width" value="0"/>
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
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
</qgis>
