package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * HSDS service: what a person receives from an organization.
 * A list that is empty and a value that is null mean "not known", never "no".
 */
@Entity
@Table(schema = "directory", name = "service")
public class Service extends DirectoryRecord {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    public Program program;

    public String name;

    public String alternateName;

    public String description;

    public String url;

    public String email;

    public String status;

    public String interpretationServices;

    public String applicationProcess;

    public String feesDescription;

    public String waitTime;

    public String fees;

    public String accreditations;

    public String eligibilityDescription;

    public BigDecimal minimumAge;

    public BigDecimal maximumAge;

    public LocalDate assuredDate;

    public String assurerEmail;

    public String licenses;

    public String alert;

    /** Ours: who checked the listing on the assured date, as a role or an organization. */
    public String assurer;

    /** Ours: high, medium or low; low is shown as not confirmed. */
    public String confidence;

    /** Ours: fresh, ageing, stale or hidden: how long ago somebody looked at it. The database's own word. */
    @Column(insertable = false, updatable = false)
    public String freshness;

    /** Ours: what an editor should check, or what a source says beside the facts. */
    public String notes;

    /** Ours: in_person, phone, online. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> deliveryModes = new ArrayList<>();

    /** Ours: walk_in, appointment, phone, email, form, referral; only what a source says. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> accessModes = new ArrayList<>();

    /** Ours: nobody is received without an appointment. This is not "closed". */
    public Boolean byAppointmentOnly;

    /** Ours: who can send a person here, in the source's words. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> whoMayRefer = new ArrayList<>();

    /** Ours: true or false only where a source says so. */
    public Boolean free;

    /** Ours: an interpreter can join. */
    public Boolean interpreterAvailable;

    /** Ours: the date of its newest source, as exact as that is: a year, a month or a day; null where no source is dated. */
    @Formula(
            "(select max(c.source_date) from directory.citation c where c.entity_id = id and c.source_date <= to_char(now(), 'YYYY-MM-DD'))")
    public String sourcesAsOf;

    /** Ours: whether somebody who reads this can reach them, see {@link WayIn}; null where nobody has looked yet. */
    @Transient
    public Boolean wayInKnown;

    @OneToMany(mappedBy = "service")
    @OrderBy("position")
    public List<ServiceAtLocation> serviceAtLocations = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Phone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Contact> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Schedule> schedules = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<ServiceArea> serviceAreas = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Language> languages = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Funding> funding = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<CostOption> costOptions = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<RequiredDocument> requiredDocuments = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<ServiceCapacity> capacities = new ArrayList<>();

    @OneToMany(mappedBy = "service", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Url> additionalUrls = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "link_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Attribute> attributes = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "resource_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Metadata> metadata = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "entity_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Citation> sources = new ArrayList<>();
}
