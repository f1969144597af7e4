package org.balcao.directory.rest.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.balcao.shared.StableId;

/** A list of services as an Atom feed (RFC 4287): an entry for each, which is another one whenever the service changed. */
public final class Feed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITE = "Balcão";

    private final XMLStreamWriter xml;

    private Feed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] of(List<JsonNode> services, Links links) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Feed(xml).write(services, links);
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        return out.toByteArray();
    }

    private void write(List<JsonNode> services, Links links) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", "urn:uuid:" + StableId.of("balcao", "feed", links.list()));
        element("title", SITE);
        element(
                "updated",
                services.stream()
                        .map(each -> each.path("last_modified").asText())
                        .max(String::compareTo)
                        .orElse(Instant.EPOCH.toString()));
        link("self", "application/atom+xml", links.list());
        author(SITE);
        for (JsonNode service : services) {
            entry(service, links);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(JsonNode service, Links links) throws XMLStreamException {
        String id = service.path("id").asText();
        xml.writeStartElement("entry");
        element("id", "urn:uuid:" + id);
        element("title", service.path("name").asText());
        element("updated", service.path("last_modified").asText());
        link("alternate", "text/html", links.page(id));
        author(service.path("organization").path("name").asText(SITE));
        for (JsonNode need : service.path("needs")) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", PlainText.clean(need.path("code").asText()));
            xml.writeAttribute("label", PlainText.clean(need.path("name").asText()));
        }
        element("summary", service.path("description").asText());
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String relation, String mediaType, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", mediaType);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(PlainText.clean(text));
        xml.writeEndElement();
    }
}
