package org.balcao.search.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.search.engine.backend.types.Aggregable;
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
@Indexed(index = ServiceDocument.INDEX)
public class ServiceDocument {

    static final String INDEX = "services-20";

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

    /** What the reasons are shown from: a {@link MatchableTexts} as JSON. */
    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    public String matchableTexts;

    /** What lists show, see {@link org.balcao.directory.store.ServiceCopy}. */
    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    public String copy;

    /** Ids of its terms and all wider ones. */
    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> terms;

    @KeywordField
    public Set<String> taxonomies;

    /** Codes of its needs and all wider ones. */
    @KeywordField
    public Set<String> needs;

    /** Codes of its needs as they are said of it. */
    @KeywordField
    public Set<String> ownNeeds;

    @KeywordField
    public Set<String> audiences;

    /** How many needs are said of it itself: few where it is for just that. */
    @GenericField(sortable = Sortable.YES)
    public int needCount;

    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> languages;

    /** Codes of the municipalities it is given in, and of the districts around them; none of hidden places. */
    @KeywordField
    public Set<String> places;

    /** Codes of the areas it is for. */
    @KeywordField
    public Set<String> areas;

    /** The same, and the districts around them. */
    @KeywordField
    public Set<String> areasWithin;

    /** Codes of the districts it is given in or for. That it is for the whole country puts it in none. */
    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> districts;

    /** Those of them that it is given in. */
    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> doorDistricts;

    /** The same as the districts if it is for the whole country, and none if not: it is counted there once. */
    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> nationwideDistricts;

    @GenericField(aggregable = Aggregable.YES)
    public boolean nationwide;

    /** Where it is given, as far as that may be shown. */
    @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
    public List<GeoPoint> points;

    /** Those of them that are the middle of a parish, a town or a municipality. */
    @GenericField(projectable = Projectable.YES)
    public List<GeoPoint> middles;

    /** What the order by distance measures to: the points or, where there are none, the middles of the municipalities it is for. */
    @GenericField(sortable = Sortable.YES)
    public List<GeoPoint> reach;

    /** The opening hours of its doors, by their keys in {@link OpeningHoursKeys}. */
    @KeywordField(aggregable = Aggregable.YES)
    public Set<String> openingHours;

    /** Nobody knows when any of its doors is open. */
    @GenericField
    public boolean hoursUnknown;

    @KeywordField(aggregable = Aggregable.YES)
    public SortedSet<String> deliveryModes;

    @GenericField(aggregable = Aggregable.YES)
    public Boolean free;

    @GenericField
    public Boolean interpreter;

    @GenericField
    public boolean accessible;

    @GenericField
    public boolean oneStopCentre;

    @KeywordField
    public String status;

    /** Its telephone numbers, e-mail addresses and sites, and its organization's, in the spelling of {@code ContactWords}. */
    @KeywordField
    public Set<String> contacts;

    /** Those of them that are the service's own, and not only its organization's or a place's. */
    @KeywordField
    public Set<String> ownContacts;

    /** The id of the program that it is the entry of, see {@link org.balcao.directory.store.ProgramBranches}. */
    @KeywordField(projectable = Projectable.YES, aggregable = Aggregable.YES)
    public String entryOf;

    /** Whether it is the entry of any. */
    @GenericField(sortable = Sortable.YES)
    public boolean entry;

    /** The id of the program that it is a branch of. */
    @KeywordField(aggregable = Aggregable.YES)
    public String branchOf;

    /** Whether it is a branch of any. */
    @GenericField(sortable = Sortable.YES)
    public boolean branch;

    /** Whether a way in is known. */
    @GenericField
    public boolean reachable;

    /** See {@link TieBreak#availability}. */
    @GenericField(sortable = Sortable.YES)
    public int availability;

    @KeywordField
    public String confidence;

    /** How long ago somebody looked at it: fresh, ageing, stale, hidden. */
    @KeywordField
    public String freshness;

    /** See {@link TieBreak#urgency}. */
    @GenericField(sortable = Sortable.YES)
    public int urgency;

    /** See {@link TieBreak#confidenceRank}. */
    @GenericField(sortable = Sortable.YES)
    public int confidenceRank;

    /** Its place among services that fit equally well, see {@link TieBreak}. */
    @GenericField(sortable = Sortable.YES)
    public int tieBreak;

    @KeywordField
    public String organization;

    @GenericField
    public Double minimumAge;

    @GenericField
    public Double maximumAge;

    @GenericField
    public Instant lastModified;

    @GenericField
    public LocalDate checked;
}
