package org.balcao.directory.rest.view;

import java.util.List;
import org.balcao.directory.model.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page where the facts of a record were read, and when it was written, as precisely as is known. */
@Schema(name = "Source")
public record SourceView(String url, String title, String sourceDate, String note) {

    static List<SourceView> of(List<Citation> citations) {
        return citations.stream().map(SourceView::of).toList();
    }

    /** The name of a file serves as a title only where there is no address, because then it is all there is to find it by. */
    private static SourceView of(Citation citation) {
        var title = citation.title == null && citation.url == null ? citation.file : citation.title;
        return new SourceView(citation.url, title, citation.sourceDate, citation.note);
    }
}
