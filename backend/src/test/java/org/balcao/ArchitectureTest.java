package org.balcao;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.balcao.launch.Command;
import org.junit.jupiter.api.Test;

/** Who may use whom, and how things are called. What is not allowed here fails, new packages too. */
class ArchitectureTest {
    private static final String US = "org.balcao.";

    /** Each package, and which of our others it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("shared.problem", Set.of("shared")),
            Map.entry("launch", Set.of("shared")),
            Map.entry("limit", Set.of("shared", "launch")),
            Map.entry("limit.rest", Set.of("shared.problem", "limit")),
            Map.entry("access", Set.of("shared", "launch")),
            Map.entry("access.rest", Set.of("shared", "shared.problem", "limit", "access")),
            Map.entry("health", Set.of()),
            Map.entry("referral.model", Set.of()),
            Map.entry("referral.note", Set.of()),
            Map.entry("referral.store", Set.of("shared", "directory.model", "referral.model")),
            Map.entry(
                    "referral.usecase",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "launch",
                            "access",
                            "hours",
                            "referral.model",
                            "referral.store")),
            Map.entry(
                    "referral.rest",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "limit",
                            "access",
                            "eligibility.engine",
                            "eligibility.usecase",
                            "referral.model",
                            "referral.note",
                            "referral.store",
                            "referral.usecase")),
            Map.entry("outbound", Set.of("shared")),
            Map.entry("webhook.model", Set.of()),
            Map.entry("webhook.store", Set.of("webhook.model")),
            Map.entry(
                    "webhook.usecase",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "access",
                            "outbound",
                            "sync.store",
                            "webhook.model",
                            "webhook.store")),
            Map.entry("webhook.rest", Set.of("shared", "shared.problem", "access", "webhook.model", "webhook.usecase")),
            Map.entry("upkeep.model", Set.of()),
            Map.entry("upkeep.store", Set.of("outbound", "sync.model", "sync.store", "upkeep.model")),
            Map.entry(
                    "upkeep.usecase",
                    Set.of(
                            "outbound",
                            "shared.problem",
                            "access",
                            "sync.model",
                            "sync.format",
                            "sync.store",
                            "upkeep.model",
                            "upkeep.store")),
            Map.entry(
                    "upkeep.rest",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "limit",
                            "access",
                            "sync.model",
                            "sync.store",
                            "upkeep.model",
                            "upkeep.store",
                            "upkeep.usecase")),
            Map.entry("sync.model", Set.of()),
            Map.entry("sync.format", Set.of("shared", "sync.model")),
            Map.entry("sync.store", Set.of("shared", "sync.model")),
            Map.entry(
                    "sync.usecase",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "access",
                            "outbound",
                            "sync.model",
                            "sync.format",
                            "sync.store")),
            Map.entry(
                    "sync.rest",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "limit",
                            "access",
                            "outbound",
                            "sync.model",
                            "sync.format",
                            "sync.store",
                            "sync.usecase")),
            Map.entry("web", Set.of("shared", "shared.problem", "limit")),
            Map.entry("web.connection", Set.of("shared.problem")),
            Map.entry("directory", Set.of("shared")),
            Map.entry("eligibility.engine", Set.of()),
            Map.entry("eligibility.store", Set.of()),
            Map.entry(
                    "eligibility.usecase",
                    Set.of(
                            "launch",
                            "shared",
                            "directory.model",
                            "directory.usecase",
                            "eligibility.engine",
                            "eligibility.store")),
            Map.entry(
                    "eligibility.rest",
                    Set.of("shared", "shared.problem", "limit", "eligibility.engine", "eligibility.usecase")),
            Map.entry("search.words", Set.of()),
            Map.entry("search.model", Set.of("search.words")),
            Map.entry(
                    "search.store",
                    Set.of(
                            "shared",
                            "launch",
                            "search.words",
                            "search.model",
                            "directory.store",
                            "directory.model",
                            "directory.place",
                            "hours",
                            "search.situations",
                            "search")),
            Map.entry("search.situations", Set.of("search.words", "search")),
            Map.entry("search", Set.of("directory.store", "directory.model")),
            Map.entry("directory.place", Set.of("directory.model")),
            Map.entry(
                    "search.store.sql",
                    Set.of("shared", "search", "directory.store", "directory.model", "hours", "search.store")),
            Map.entry(
                    "search.usecase",
                    Set.of("search", "search.store", "search.store.sql", "directory.store", "directory.model")),
            Map.entry("hours", Set.of()),
            Map.entry("directory.model", Set.of("shared", "directory")),
            Map.entry("directory.feed", Set.of("shared", "directory", "directory.model", "hours")),
            Map.entry("directory.store", Set.of("shared", "shared.problem", "directory", "directory.model", "hours")),
            Map.entry(
                    "directory.usecase",
                    Set.of(
                            "shared",
                            "launch",
                            "sync.model",
                            "directory",
                            "directory.model",
                            "hours",
                            "directory.feed",
                            "directory.store")),
            Map.entry(
                    "directory.rest",
                    Set.of(
                            "shared",
                            "shared.problem",
                            "limit",
                            "directory",
                            "directory.model",
                            "hours",
                            "directory.usecase",
                            "directory.store",
                            "directory.rest.asked",
                            "directory.rest.download",
                            "directory.rest.view",
                            "search")),
            Map.entry("directory.rest.download", Set.of("shared")),
            Map.entry(
                    "directory.rest.asked",
                    Set.of("shared", "shared.problem", "directory", "directory.store", "hours", "directory.model")),
            Map.entry(
                    "directory.rest.view",
                    Set.of(
                            "shared",
                            "directory",
                            "directory.model",
                            "hours",
                            "directory.store",
                            "directory.rest.asked",
                            "search")));

    /** Of these the others use the root package only: the face and the types that cross it. */
    private static final Set<String> WITH_A_FACE = Set.of("search");

    private static final JavaClasses BALCAO = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.balcao");

    @Test
    void aPackageUsesOnlyWhatIsListedForIt() {
        var forbidden = new TreeSet<String>();
        for (JavaClass type : BALCAO) {
            var from = packageOf(type);
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                var to = packageOf(target);
                if (target.getPackageName().startsWith("org.balcao")
                        && !from.equals(to)
                        && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                    forbidden.add(from + " uses " + to + ": " + type.getSimpleName() + " → " + target.getSimpleName());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void aFeatureWithAFaceIsUsedThroughItAlone() {
        for (String feature : WITH_A_FACE) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(US + feature + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(US + feature + ".*.."))
                    .check(BALCAO);
        }
    }

    @Test
    void everyPackageIsListedAndEveryNameInTheListIsAPackage() {
        var there = new TreeSet<String>();
        BALCAO.forEach(type -> there.add(packageOf(type)));
        there.remove("");
        there.removeIf(name ->
                Set.of("directory", "search", "eligibility", "referral", "sync").contains(name));
        assertThat(MAY_USE.keySet()).containsAll(there);
        var listed = new TreeSet<>(MAY_USE.keySet());
        MAY_USE.values().forEach(listed::addAll);
        assertThat(MAY_USE.keySet()).as("a misspelt permission").containsAll(listed);
    }

    @Test
    void openingHoursNeedNoFramework() {
        classes()
                .that()
                .resideInAPackage("org.balcao.hours")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.dmfs..", "org.balcao.hours"))
                .check(BALCAO);
    }

    @Test
    void rulesNeedNoFramework() {
        classes()
                .that()
                .resideInAPackage("org.balcao.eligibility.engine")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "com.fasterxml.jackson..", "org.balcao.eligibility.engine"))
                .check(BALCAO);
    }

    @Test
    void entitiesAreReadAndWrittenInStoreAndUseCaseOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.balcao..store..", "org.balcao..usecase..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.quarkus.hibernate.orm.panache..")
                        .or(type("jakarta.persistence.EntityManager"))
                        .or(type("org.hibernate.Session")))
                .check(BALCAO);
    }

    @Test
    void onlyTheEdgeSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.balcao..rest..", "org.balcao.web..", "org.balcao.shared.problem..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.vertx.."))
                .check(BALCAO);
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(PermitAll.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RolesAllowed.class)
                .check(BALCAO);
    }

    @Test
    void timeIsAskedOfAClock() {
        classes().should(new NeverAskingTheMachineForTheTime()).check(BALCAO);
    }

    @Test
    void aServiceIsWhatAPersonReceives() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Service")
                .should()
                .haveSimpleNameEndingWith("Service")
                .check(BALCAO);
        for (String vague : Set.of("Manager", "Helper", "Util", "Utils", "Impl")) {
            noClasses().should().haveSimpleNameEndingWith(vague).check(BALCAO);
        }
    }

    @Test
    void nobodyPrintsButTheProgramAndItsCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.balcao.launch..")
                .and()
                .areNotAssignableTo(Command.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(BALCAO);
    }

    private static String packageOf(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(US) ? name.substring(US.length()) : "";
    }

    private static DescribedPredicate<JavaClass> type(String name) {
        return DescribedPredicate.describe(name, each -> each.getName().equals(name));
    }

    /** {@code Instant.now()} and its kin, by call or by method reference, unless a clock is handed over. */
    private static final class NeverAskingTheMachineForTheTime extends ArchCondition<JavaClass> {
        NeverAskingTheMachineForTheTime() {
            super("ask a Clock for the time");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getCodeUnits().stream()
                    .flatMap(unit -> Stream.<JavaAccess<?>>concat(
                            unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream()))
                    .filter(access -> access.getTargetOwner().getPackageName().equals("java.time"))
                    .filter(access -> access.getTarget().getName().equals("now"))
                    .filter(access -> !access.getTarget().getFullName().contains("java.time.Clock"))
                    .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
        }
    }
}
