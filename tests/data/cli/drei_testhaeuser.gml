<?xml version="1.0" encoding="UTF-8"?>
<!-- Three invented houses for the tests of the command line. No real data. -->
<core:CityModel xmlns:core="http://www.opengis.net/citygml/1.0" xmlns:gen="http://www.opengis.net/citygml/generics/1.0" xmlns:bldg="http://www.opengis.net/citygml/building/1.0" xmlns:gml="http://www.opengis.net/gml" xmlns:xAL="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0">
  <gml:name>Drei Testhäuser</gml:name>
  <gml:boundedBy>
    <gml:Envelope srsName="urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016">
      <gml:lowerCorner srsDimension="3">392500.0 5708100.0 90.0</gml:lowerCorner>
      <gml:upperCorner srsDimension="3">392600.0 5708200.0 115.0</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <core:cityObjectMember>
    <bldg:Building gml:id="TEST_NORD">
      <gml:name>Testhaus Nord</gml:name>
      <core:creationDate>2024-05-17</core:creationDate>
      <core:externalReference><core:informationSystem>http://repository.gdi-de.org/schemas/adv/citygml/fdv/art.htm#_9100</core:informationSystem><core:externalObject><core:name>DENWTEST00000001</core:name></core:externalObject></core:externalReference>
      <gen:stringAttribute name="Grundrissaktualitaet"><gen:value>2024-01-02</gen:value></gen:stringAttribute>
      <bldg:function>31001_1000</bldg:function>
      <bldg:roofType>3100</bldg:roofType>
      <bldg:measuredHeight uom="urn:adv:uom:m">11.500</bldg:measuredHeight>
      <bldg:storeysAboveGround>2</bldg:storeysAboveGround>
      <bldg:boundedBy>
        <bldg:GroundSurface gml:id="TEST_S1">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P1"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392510.000 5708150.000 90.000 392510.000 5708164.000 90.000 392535.000 5708164.000 90.000 392535.000 5708150.000 90.000 392510.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:GroundSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S2">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P2"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392510.000 5708150.000 90.000 392535.000 5708150.000 90.000 392535.000 5708150.000 97.500 392510.000 5708150.000 97.500 392510.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S3">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P3"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392535.000 5708164.000 90.000 392510.000 5708164.000 90.000 392510.000 5708164.000 97.500 392535.000 5708164.000 97.500 392535.000 5708164.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S4">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P4"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392535.000 5708150.000 90.000 392535.000 5708164.000 90.000 392535.000 5708164.000 97.500 392535.000 5708157.000 101.500 392535.000 5708150.000 97.500 392535.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S5">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P5"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392510.000 5708164.000 90.000 392510.000 5708150.000 90.000 392510.000 5708150.000 97.500 392510.000 5708157.000 101.500 392510.000 5708164.000 97.500 392510.000 5708164.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:RoofSurface gml:id="TEST_S6">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P6"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392510.000 5708150.000 97.500 392535.000 5708150.000 97.500 392535.000 5708157.000 101.500 392510.000 5708157.000 101.500 392510.000 5708150.000 97.500</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:RoofSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:RoofSurface gml:id="TEST_S7">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P7"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392535.000 5708164.000 97.500 392510.000 5708164.000 97.500 392510.000 5708157.000 101.500 392535.000 5708157.000 101.500 392535.000 5708164.000 97.500</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:RoofSurface>
      </bldg:boundedBy>
      <bldg:address>
        <core:Address><core:xalAddress><xAL:AddressDetails><xAL:Country><xAL:CountryName>Germany</xAL:CountryName><xAL:Locality Type="Town"><xAL:LocalityName>Dortmund</xAL:LocalityName><xAL:Thoroughfare Type="Street"><xAL:ThoroughfareNumber>7</xAL:ThoroughfareNumber><xAL:ThoroughfareName>Prüfstraße</xAL:ThoroughfareName></xAL:Thoroughfare><xAL:PostalCode><xAL:PostalCodeNumber>44137</xAL:PostalCodeNumber></xAL:PostalCode></xAL:Locality></xAL:Country></xAL:AddressDetails></core:xalAddress></core:Address>
      </bldg:address>
    </bldg:Building>
  </core:cityObjectMember>
  <core:cityObjectMember>
    <bldg:Building gml:id="TEST_TURM">
      <core:creationDate>2024-05-17</core:creationDate>
      <bldg:function>31001_3041</bldg:function>
      <bldg:measuredHeight uom="urn:adv:uom:m">25.000</bldg:measuredHeight>
      <bldg:boundedBy>
        <bldg:GroundSurface gml:id="TEST_S8">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P8"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392560.000 5708150.000 90.000 392560.000 5708170.000 90.000 392580.000 5708170.000 90.000 392580.000 5708150.000 90.000 392560.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:GroundSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S9">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P9"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392560.000 5708150.000 90.000 392580.000 5708150.000 90.000 392580.000 5708150.000 100.000 392560.000 5708150.000 100.000 392560.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S10">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P10"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708150.000 90.000 392580.000 5708170.000 90.000 392580.000 5708170.000 100.000 392580.000 5708150.000 100.000 392580.000 5708150.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S11">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P11"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708170.000 90.000 392560.000 5708170.000 90.000 392560.000 5708170.000 100.000 392580.000 5708170.000 100.000 392580.000 5708170.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S12">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P12"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392560.000 5708170.000 90.000 392560.000 5708150.000 90.000 392560.000 5708150.000 100.000 392560.000 5708170.000 100.000 392560.000 5708170.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:RoofSurface gml:id="TEST_S13">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P13"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392560.000 5708150.000 100.000 392580.000 5708150.000 100.000 392580.000 5708170.000 100.000 392560.000 5708170.000 100.000 392560.000 5708150.000 100.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:RoofSurface>
      </bldg:boundedBy>
      <bldg:consistsOfBuildingPart>
        <bldg:BuildingPart gml:id="TEST_TURM_TEIL">
          <bldg:measuredHeight uom="urn:adv:uom:m">25.000</bldg:measuredHeight>
          <bldg:boundedBy>
            <bldg:GroundSurface gml:id="TEST_S14">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P14"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708155.000 90.000 392580.000 5708165.000 90.000 392590.000 5708165.000 90.000 392590.000 5708155.000 90.000 392580.000 5708155.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:GroundSurface>
          </bldg:boundedBy>
          <bldg:boundedBy>
            <bldg:WallSurface gml:id="TEST_S15">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P15"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708155.000 90.000 392590.000 5708155.000 90.000 392590.000 5708155.000 115.000 392580.000 5708155.000 115.000 392580.000 5708155.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:WallSurface>
          </bldg:boundedBy>
          <bldg:boundedBy>
            <bldg:WallSurface gml:id="TEST_S16">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P16"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392590.000 5708155.000 90.000 392590.000 5708165.000 90.000 392590.000 5708165.000 115.000 392590.000 5708155.000 115.000 392590.000 5708155.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:WallSurface>
          </bldg:boundedBy>
          <bldg:boundedBy>
            <bldg:WallSurface gml:id="TEST_S17">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P17"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392590.000 5708165.000 90.000 392580.000 5708165.000 90.000 392580.000 5708165.000 115.000 392590.000 5708165.000 115.000 392590.000 5708165.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:WallSurface>
          </bldg:boundedBy>
          <bldg:boundedBy>
            <bldg:WallSurface gml:id="TEST_S18">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P18"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708165.000 90.000 392580.000 5708155.000 90.000 392580.000 5708155.000 115.000 392580.000 5708165.000 115.000 392580.000 5708165.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:WallSurface>
          </bldg:boundedBy>
          <bldg:boundedBy>
            <bldg:RoofSurface gml:id="TEST_S19">
              <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P19"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392580.000 5708155.000 115.000 392590.000 5708155.000 115.000 392590.000 5708165.000 115.000 392580.000 5708165.000 115.000 392580.000 5708155.000 115.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
            </bldg:RoofSurface>
          </bldg:boundedBy>
        </bldg:BuildingPart>
      </bldg:consistsOfBuildingPart>
      <bldg:address>
        <core:Address><core:xalAddress><xAL:AddressDetails><xAL:Country><xAL:CountryName>Germany</xAL:CountryName><xAL:Locality Type="Town"><xAL:LocalityName>Schwerte</xAL:LocalityName><xAL:Thoroughfare Type="Street"><xAL:ThoroughfareNumber>12a</xAL:ThoroughfareNumber><xAL:ThoroughfareName>Am Prüfstand</xAL:ThoroughfareName></xAL:Thoroughfare><xAL:PostalCode><xAL:PostalCodeNumber>58239</xAL:PostalCodeNumber></xAL:PostalCode></xAL:Locality></xAL:Country></xAL:AddressDetails></core:xalAddress></core:Address>
      </bldg:address>
    </bldg:Building>
  </core:cityObjectMember>
  <core:cityObjectMember>
    <bldg:Building gml:id="TEST_GARAGE">
      <bldg:function>31001_2463</bldg:function>
      <bldg:measuredHeight uom="urn:adv:uom:m">2.800</bldg:measuredHeight>
      <bldg:boundedBy>
        <bldg:GroundSurface gml:id="TEST_S20">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P20"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392540.000 5708110.000 90.000 392540.000 5708116.000 90.000 392546.000 5708116.000 90.000 392546.000 5708110.000 90.000 392540.000 5708110.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:GroundSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S21">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P21"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392540.000 5708110.000 90.000 392546.000 5708110.000 90.000 392546.000 5708110.000 92.800 392540.000 5708110.000 92.800 392540.000 5708110.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S22">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P22"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392546.000 5708110.000 90.000 392546.000 5708116.000 90.000 392546.000 5708116.000 92.800 392546.000 5708110.000 92.800 392546.000 5708110.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S23">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P23"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392546.000 5708116.000 90.000 392540.000 5708116.000 90.000 392540.000 5708116.000 92.800 392546.000 5708116.000 92.800 392546.000 5708116.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:WallSurface gml:id="TEST_S24">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P24"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392540.000 5708116.000 90.000 392540.000 5708110.000 90.000 392540.000 5708110.000 92.800 392540.000 5708116.000 92.800 392540.000 5708116.000 90.000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:WallSurface>
      </bldg:boundedBy>
      <bldg:boundedBy>
        <bldg:RoofSurface gml:id="TEST_S25">
          <bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon gml:id="TEST_P25"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">392540.000 5708110.000 92.800 392546.000 5708110.000 92.800 392546.000 5708116.000 92.800 392540.000 5708116.000 92.800 392540.000 5708110.000 92.800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
        </bldg:RoofSurface>
      </bldg:boundedBy>
    </bldg:Building>
  </core:cityObjectMember>
</core:CityModel>
