package dev.trivet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Logger;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Hashtable;

/** What may use what: the house runs one way. */
@AnalyzeClasses(packages = "dev.trivet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] OURS_AND_THE_PLATFORMS = {"dev.trivet..", "java.."};

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("dev.trivet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule specUsesNothingElse = ownDependencies("spec");

    @ArchTest
    static final ArchRule failoverUsesSpec = ownDependencies("failover", "spec");

    @ArchTest
    static final ArchRule artifactUsesSpec = ownDependencies("artifact", "spec");

    @ArchTest
    static final ArchRule planUsesArtifactsAndSpec = ownDependencies("plan", "artifact", "spec");

    @ArchTest
    static final ArchRule execUsesPlansArtifactsAndSpec = ownDependencies("exec", "plan", "artifact", "spec");

    @ArchTest
    static final ArchRule rackStandsBehindTheEngine =
            ownDependencies("rack", "exec", "plan", "artifact", "failover", "spec");

    @ArchTest
    static final ArchRule renderUsesArtifactsAndSpec = ownDependencies("render", "artifact", "spec");

    @ArchTest
    static final ArchRule exportUsesTheEnginesScripts = ownDependencies("export", "exec", "plan", "artifact", "spec");

    @ArchTest
    static final ArchRule sshUsesExecAndSpec = ownDependencies("ssh", "exec", "spec");

    @ArchTest
    static final ArchRule sshLibraryStaysInSsh = noClasses()
            .that()
            .resideOutsideOfPackage("dev.trivet.ssh..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.jcraft..");

    /** Its settings are static, and would reach whoever else uses it in the same program. */
    @ArchTest
    static final ArchRule sshLibraryIsSetUpByConnection = noClasses()
            .should()
            .callMethod(JSch.class, "setConfig", String.class, String.class)
            .orShould()
            .callMethod(JSch.class, "setConfig", Hashtable.class)
            .orShould()
            .callMethod(JSch.class, "setLogger", Logger.class);

    @ArchTest
    static final ArchRule kubernetesModelStaysInRender = noClasses()
            .that()
            .resideOutsideOfPackage("dev.trivet.render..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    @ArchTest
    static final ArchRule addressLibraryStaysInSpec = noClasses()
            .that()
            .resideOutsideOfPackage("dev.trivet.spec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("inet..");

    @ArchTest
    static final ArchRule publicSignaturesNameOnlyOursAndThePlatforms = methods()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("dev.trivet.examples..", "dev.trivet.testing..")
            .should(nameOnly(resideInAnyPackage(OURS_AND_THE_PLATFORMS)));

    @ArchTest
    static final ArchRule noStaticStateAndNoEnvironment = noClasses()
            .that()
            .resideOutsideOfPackages("dev.trivet.examples..", "dev.trivet.harness..")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule whatIsPublicIsFinalOrSealed = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static void everyPackageIsLookedAt(JavaClasses ours) {
        for (String room : new String[] {
            "spec", "failover", "artifact", "plan", "exec", "rack", "render", "export", "ssh", "examples"
        }) {
            assertThat(ours.stream().filter(resideInAPackage("dev.trivet." + room)))
                    .as(room)
                    .isNotEmpty();
        }
    }

    /** A package may use itself, the packages named, and what is not ours. */
    private static ArchRule ownDependencies(String room, String... others) {
        var allowed = new String[others.length + 1];
        allowed[0] = "dev.trivet." + room + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = "dev.trivet." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("dev.trivet." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.trivet..").and(resideOutsideOfPackages(allowed)));
    }

    private static ArchCondition<JavaMethod> nameOnly(DescribedPredicate<JavaClass> known) {
        return new ArchCondition<>("name only Trivet's and the platform's types") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var strangers = method.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !known.test(type))
                        .toList();
                if (!strangers.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names " + strangers));
                }
            }
        };
    }
}
