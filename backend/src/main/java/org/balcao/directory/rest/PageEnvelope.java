package org.balcao.directory.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.search.ServicePage;
import org.balcao.shared.Page;

/** What stands around the records of a list: the page object of HSDS, and its kin in GeoJSON and schema.org. */
final class PageEnvelope {

    private PageEnvelope() {}

    /** A list that no words were searched for in. */
    static byte[] page(QueryParameters asked, long total, List<byte[]> items) {
        return contents(head(asked, total, items.size()), items);
    }

    static byte[] page(QueryParameters asked, ServicePage found, List<byte[]> items) {
        return contents(head(asked, found, items.size()), items);
    }

    private static byte[] contents(String head, List<byte[]> items) {
        return CacheableResponses.joined(head + ",\"contents\":[", items, ",", "]}");
    }

    static byte[] features(QueryParameters asked, ServicePage found, List<byte[]> items) {
        List<byte[]> features = new ArrayList<>();
        for (byte[] item : items) {
            features.add(Arrays.copyOfRange(item, 1, item.length - 1));
        }
        return CacheableResponses.joined(
                head(asked, found, items.size()) + ",\"type\":\"FeatureCollection\",\"features\":[",
                features,
                ",",
                "]}");
    }

    static byte[] itemList(QueryParameters asked, long total, List<byte[]> items) {
        long position = (long) (asked.page() - 1) * asked.perPage();
        List<byte[]> elements = new ArrayList<>();
        for (byte[] item : items) {
            position++;
            elements.add(CacheableResponses.joined(
                    "{\"@type\":\"ListItem\",\"position\":" + position + ",\"item\":", List.of(item), "", "}"));
        }
        String head = "{\"@context\":\"https://schema.org\",\"@type\":\"ItemList\",\"numberOfItems\":" + total;
        return CacheableResponses.joined(head + ",\"itemListElement\":[", elements, ",", "]}");
    }

    /** The page object without its contents, still open at its end. */
    private static String head(QueryParameters asked, ServicePage found, int size) {
        return head(asked, found.total(), size)
                + (asked.one(Parameters.FOLD).isEmpty()
                        ? ""
                        : ",\"folded_items\":" + found.folded().total())
                + (found.report() == null ? "" : ",\"search\":" + HsdsJson.text(found.report()));
    }

    private static String head(QueryParameters asked, long total, int size) {
        Page<Object> page = Page.of(List.of(), total, asked.page(), asked.perPage());
        return "{\"total_items\":" + page.totalItems()
                + ",\"total_pages\":" + page.totalPages()
                + ",\"page_number\":" + page.pageNumber()
                + ",\"size\":" + size
                + ",\"first_page\":" + page.firstPage()
                + ",\"last_page\":" + page.lastPage()
                + ",\"empty\":" + (size == 0);
    }
}
