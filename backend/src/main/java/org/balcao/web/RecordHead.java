package org.balcao.web;

import java.util.Map;
import org.balcao.shared.RecordPages.Kind;
import org.balcao.shared.RecordPages.Shown;

/**
 * What stands in the head of a record's page before any script runs, for those who find pages and those who show where a link leads: title,
 * description, the same page in the other languages, Open Graph, and the record in the words of schema.org. Every text in it was written by
 * others and is escaped. Of a page that can betray its reader, what a person sees elsewhere (a tab, the preview of a link) is neutral; what only
 * robots read is whole.
 */
final class RecordHead {
    private static final String SITE = "Balcão";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 160;

    /** With a country, as Open Graph wants them. */
    private static final Map<String, String> LOCALES = Map.ofEntries(
            Map.entry("pt", "pt_PT"),
            Map.entry("en", "en_GB"),
            Map.entry("fr", "fr_FR"),
            Map.entry("es", "es_ES"),
            Map.entry("uk", "uk_UA"),
            Map.entry("ar", "ar_AR"),
            Map.entry("ru", "ru_RU"),
            Map.entry("hi", "hi_IN"),
            Map.entry("bn", "bn_BD"),
            Map.entry("ne", "ne_NP"),
            Map.entry("ur", "ur_PK"),
            Map.entry("zh", "zh_CN"));

    private final String top;
    private final PageLanguages languages;

    /** @param top where the product is for everybody; empty if nobody said it: then addresses are of this host */
    RecordHead(String top, PageLanguages languages) {
        this.top = top;
        this.languages = languages;
    }

    /**
     * The elements of a head.
     *
     * @param usual the description of the product, where the record has none
     */
    String of(Kind kind, Shown record, String language, String usual) {
        String path = kind.word() + "/" + record.id();
        String address = top + "/" + language + "/" + path;
        String name = HeadText.line(record.name());
        String title =
                name == null || record.discreet() ? SITE : HeadText.shortened(name, LONGEST_TITLE) + " · " + SITE;
        String description = description(record, name, usual);
        StringBuilder head = new StringBuilder();
        head.append("<title>").append(HeadText.escaped(title)).append("</title>");
        meta(head, "name", "description", description);
        if (!record.offered()) {
            meta(head, "name", "robots", "noindex");
        }
        link(head, "canonical", null, address);
        for (String other : languages.all()) {
            link(head, "alternate", other, top + "/" + other + "/" + path);
        }
        link(head, "alternate", "x-default", top + "/" + languages.all().getFirst() + "/" + path);
        meta(head, "property", "og:title", title);
        meta(
                head,
                "property",
                "og:description",
                record.discreet() ? HeadText.shortened(usual, LONGEST_DESCRIPTION) : description);
        meta(head, "property", "og:type", "website");
        meta(head, "property", "og:url", address);
        meta(head, "property", "og:locale", LOCALES.getOrDefault(language, language));
        meta(head, "property", "og:site_name", SITE);
        if (record.json() != null) {
            head.append("\n    <script type=\"application/ld+json\">")
                    .append(HeadText.inScript(record.json()))
                    .append("</script>");
        }
        return head.toString();
    }

    private static String description(Shown record, String name, String usual) {
        String own = HeadText.line(record.description());
        String told = own != null ? own : name == null ? usual : name + ": " + usual;
        return HeadText.shortened(told, LONGEST_DESCRIPTION);
    }

    private static void meta(StringBuilder head, String attribute, String name, String content) {
        head.append("\n    <meta ")
                .append(attribute)
                .append("=\"")
                .append(name)
                .append("\" content=\"")
                .append(HeadText.escaped(content))
                .append("\">");
    }

    private static void link(StringBuilder head, String relation, String language, String address) {
        head.append("\n    <link rel=\"").append(relation).append('"');
        if (language != null) {
            head.append(" hreflang=\"").append(language).append('"');
        }
        head.append(" href=\"").append(HeadText.escaped(address)).append("\">");
    }
}
