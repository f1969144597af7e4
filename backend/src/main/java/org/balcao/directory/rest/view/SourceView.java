package org.balcao.directory.rest.view;

import java.util.List;
import org.balcao.directory.model.Citation;
import org.balcao.directory.model.PublicPage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page or document where the facts of a record were read, and when it was written, as precisely as is known. */
@Schema(name = "Source")
public record SourceView(String url, String title, String sourceDate, String note) {

    /** What a reader can check or ask for: pages, and documents by their titles; no files, and no addresses that are nobody's. */
    static List<SourceView> of(List<Citation> citations) {
        return citations.stream()
                .filter(each -> PublicPage.isSound(each.url) || each.title != null)
                .map(each -> new SourceView(
                        PublicPage.isSound(each.url) ? each.url : null, each.title, each.sourceDate, each.note))
                .toList();
    }
}
