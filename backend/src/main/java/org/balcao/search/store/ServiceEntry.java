package org.balcao.search.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/**
 * A service as the index holds it. Words come in their forms already ({@link org.balcao.search.words.Words}), so that the index cuts at
 * spaces only, whatever engine keeps it. The version in the index's name is moved with every change here or of the forms.
 */
@SearchEntity
@Indexed(index = ServiceEntry.INDEX)
public class ServiceEntry {

    static final String INDEX = "services-3";

    @DocumentId
    public String id;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    public long position;

    /** The newest change of the service that is in here. */
    @GenericField(projectable = Projectable.YES)
    public long version;

    @FullTextField(analyzer = "whitespace", norms = Norms.NO)
    public String names;

    /** Of its organization and program, and its needs. */
    @FullTextField(analyzer = "whitespace", norms = Norms.NO)
    public String others;

    @FullTextField(analyzer = "whitespace", norms = Norms.NO)
    public String texts;

    @FullTextField(analyzer = "whitespace", norms = Norms.NO)
    public String placeNames;

    /** What the reasons are shown from: {@link Text}s as JSON. */
    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    public String shown;

    /** Ids of its terms and all wider ones. */
    @KeywordField
    public Set<String> terms;

    @KeywordField
    public Set<String> taxonomies;

    /** Codes of its needs and all wider ones. */
    @KeywordField(projectable = Projectable.YES)
    public Set<String> needs;

    /** Codes of its needs as they are said of it. */
    @KeywordField(projectable = Projectable.YES)
    public Set<String> ownNeeds;

    @KeywordField(projectable = Projectable.YES)
    public Set<String> audiences;

    /** How many needs are said of it itself: few where it is for just that. */
    @GenericField
    public int needCount;

    @KeywordField(projectable = Projectable.YES)
    public Set<String> languages;

    /** Codes of the municipalities it is given in, and of the districts around them; none of hidden places. */
    @KeywordField(projectable = Projectable.YES)
    public Set<String> places;

    /** Codes of the areas it is for. */
    @KeywordField(projectable = Projectable.YES)
    public Set<String> areas;

    /** The same, and the districts around them. */
    @KeywordField
    public Set<String> areasWithin;

    @GenericField(projectable = Projectable.YES)
    public boolean nationwide;

    /** Where it is given, as far as that may be shown. */
    @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
    public List<GeoPoint> points;

    /** Those of them that are the middle of a municipality. */
    @GenericField(projectable = Projectable.YES)
    public List<GeoPoint> middles;

    @KeywordField(projectable = Projectable.YES)
    public Set<String> deliveryModes;

    @GenericField(projectable = Projectable.YES)
    public Boolean free;

    @KeywordField
    public String status;

    @KeywordField
    public String confidence;

    @KeywordField
    public String organization;

    @GenericField
    public Double minimumAge;

    @GenericField
    public Double maximumAge;

    @GenericField
    public Instant lastModified;

    /** A text of a service as its source has it. */
    public record Text(String field, String language, String value) {}
}
