package vn.trich;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module and which package may know which. */
class ArchitectureTest {

    /** The stages, in the order in which data flows. */
    private static final List<String> STAGES =
            List.of("ingest", "page", "ocr", "restore", "layout", "table", "outline", "normalize");

    private static final String STAGE = "vn.trich.pipeline.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.trich");

    static List<String> stages() {
        return STAGES;
    }

    @Test
    void theRulesSeeEveryModule() {
        for (String known :
                List.of("output", "models", "corpus", "pipeline.catalogue", "pipeline.batch", "pipeline.command")) {
            assertHasClasses("vn.trich." + known);
        }
        STAGES.forEach(stage -> assertHasClasses(STAGE + stage));
    }

    @Test
    void outputKnowsNoOtherModule() {
        onlyKnows("vn.trich.output..");
    }

    @Test
    void modelsKnowNoOtherModule() {
        onlyKnows("vn.trich.models..");
    }

    @Test
    void corpusKnowsOnlyOutput() {
        onlyKnows("vn.trich.corpus..", "vn.trich.output..");
    }

    @Test
    void stagesKnowNoCorpusAndNobodyKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("vn.trich.pipeline..")
                .and()
                .resideOutsideOfPackages("vn.trich.pipeline.command..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.trich.corpus..", "vn.trich.pipeline.command.."))
                .check(CLASSES);
    }

    @Test
    void searchableCopiesAreMadeFromTheRecordsAlone() {
        onlyKnows("vn.trich.pipeline.searchable..", "vn.trich.output..", "vn.trich.pipeline");
    }

    @Test
    void configurationKnowsOptionsOnlyAsTheyAreDeclared() {
        onlyKnows("vn.trich.pipeline.configuration..", "vn.trich.models..");
    }

    @Test
    void nobodyCallsAnybody() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net.."))
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "that open connections",
                        c -> c.getName()
                                .matches("java\\.net\\.(.*Socket.*|.*Connection|InetAddress|URL|Proxy.*)"
                                        + "|java\\.nio\\.channels\\..*(Socket|Datagram)Channel")))
                .because("nothing of an archive leaves its machine")
                .check(CLASSES);
    }

    @Test
    void noStageKnowsOfSearchableCopies() {
        noClasses()
                .that()
                .resideInAnyPackage(STAGES.stream().map(s -> STAGE + s + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage("vn.trich.pipeline.searchable.."))
                .check(CLASSES);
    }

    @Test
    void theFolderSideOfTheNightJobKnowsTheCatalogueButNotHowFilesAreRead() {
        onlyKnows("vn.trich.pipeline.watch..", "vn.trich.output..", "vn.trich.pipeline.catalogue..");
    }

    @Test
    void reportsAreMadeOfWhatTheNightJobTells() {
        onlyKnows("vn.trich.pipeline.report..", "vn.trich.output..", "vn.trich.pipeline.watch..");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aStageKnowsOnlyTheStagesBeforeIt(String stage) {
        String[] later = STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size()).stream()
                .map(s -> STAGE + s + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(STAGE + stage + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(later))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("vn.trich.pipeline.batch.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void ofAnotherStageOnlyItsRecordsAreUsed(String stage) {
        String[] others = STAGES.stream()
                .filter(s -> !s.equals(stage))
                // What reads pages reads them whole, in one worker: opens the file, then their layer, then their
                // picture.
                .filter(s -> !(stage.equals("ocr") && (s.equals("page") || s.equals("ingest"))))
                .filter(s -> !(stage.equals("page") && s.equals("ingest")))
                .map(s -> STAGE + s + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> insides = DescribedPredicate.describe(
                "that are no records, constants, interfaces or exceptions", c -> isInside(c.getBaseComponentType()));
        noClasses()
                .that()
                .resideInAPackage(STAGE + stage + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others).and(insides))
                .check(CLASSES);
    }

    @Test
    void theCatalogueKnowsRecordsAndPagesButNoRun() {
        onlyKnows("vn.trich.pipeline.catalogue..", "vn.trich.output..", "vn.trich.pipeline.page..");
    }

    @Test
    void onlyTheCatalogueSpeaksToTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("vn.trich..")
                .and()
                .resideOutsideOfPackage("vn.trich.pipeline.catalogue..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."))
                .check(CLASSES);
    }

    @Test
    void nothingIsStaticAndCanChange() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void packagesOfTheCorpusDoNotGoInCircles() {
        slices().matching("vn.trich.corpus.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void publicClassesAreFinal() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("nothing is inherited for reuse")
                .check(CLASSES);
    }

    private static boolean isInside(JavaClass c) {
        return !c.isRecord() && !c.isEnum() && !c.isInterface() && !c.isAssignableTo(Throwable.class);
    }

    private static void onlyKnows(String module, String... others) {
        String[] known = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(module), java.util.Arrays.stream(others))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("vn.trich..").and(DescribedPredicate.not(resideInAnyPackage(known))))
                .check(CLASSES);
    }

    private static void assertHasClasses(String name) {
        classes()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .bePublic()
                .orShould()
                .notBePublic()
                .check(CLASSES);
    }
}
