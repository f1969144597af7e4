package org.balcao.web;

import java.util.List;
import org.balcao.shared.ShownCard;
import org.balcao.shared.ShownCard.Telephone;

/**
 * What a page shows before any script runs: on a slow network, on an old device, or to a robot. The elements and classes are those of the page's
 * own drawing, which takes their place. Every text in it was written by others and is escaped.
 */
final class DrawnContent {
    private DrawnContent() {}

    /** The page of one record: its name, whose it is, how to call, and what it is. */
    static String ofRecord(ShownCard card) {
        StringBuilder page = new StringBuilder("<article class=\"page\"><header class=\"page-head\"><h1>")
                .append(isolated(card.name()))
                .append("</h1>");
        if (card.sourceName() != null || card.organization() != null) {
            page.append("<div class=\"lead\">");
            if (card.sourceName() != null) {
                page.append("<p lang=\"pt\" dir=\"ltr\" class=\"source-name\">")
                        .append(text(card.sourceName()))
                        .append("</p>");
            }
            if (card.organization() != null) {
                page.append("<p>").append(isolated(card.organization())).append("</p>");
            }
            page.append("</div>");
        }
        page.append("</header>");
        if (card.telephone() != null) {
            page.append("<ul class=\"contacts\"><li class=\"call call-first\">")
                    .append(link(card))
                    .append("</li></ul>");
        }
        if (card.description() != null) {
            page.append("<p dir=\"auto\">").append(text(card.description())).append("</p>");
        }
        return page.append("</article>").toString();
    }

    /**
     * A list of services, each with the way to its page.
     *
     * @param language in whose part of the site their pages are
     */
    static String ofResults(List<ShownCard> cards, String language) {
        StringBuilder list = new StringBuilder("<ol class=\"service-list\">");
        for (ShownCard card : cards) {
            list.append("<li><div class=\"card\"><h2 class=\"item-name\"><a href=\"/")
                    .append(language)
                    .append("/services/")
                    .append(text(card.id()))
                    .append("\">")
                    .append(isolated(card.name()))
                    .append("</a></h2>");
            if (card.organization() != null) {
                list.append("<p class=\"item-organization\">")
                        .append(isolated(card.organization()))
                        .append("</p>");
            }
            if (card.description() != null) {
                list.append("<p class=\"item-description\" dir=\"auto\">")
                        .append(text(card.description()))
                        .append("</p>");
            }
            if (card.telephone() != null) {
                list.append("<p class=\"call\">").append(link(card)).append("</p>");
            }
            list.append("</div></li>");
        }
        return list.append("</ol>").toString();
    }

    /** A number to call, with whom it calls for those who hear links without what stands around them. */
    private static String link(ShownCard card) {
        Telephone telephone = card.telephone();
        return "<a class=\"contact\" href=\"" + text(telephone.uri()) + "\"><span><span class=\"hidden\">"
                + isolated(card.name()) + ":</span> <bdi dir=\"ltr\">" + text(telephone.number()) + "</bdi></span></a>";
    }

    /** A name in its own direction, on the side of the page's. */
    private static String isolated(String name) {
        return "<bdi>" + text(name) + "</bdi>";
    }

    private static String text(String written) {
        String line = HeadText.line(written);
        return line == null ? "" : HeadText.escaped(line);
    }
}
