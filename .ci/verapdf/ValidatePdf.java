// SPDX-License-Identifier: Apache-2.0
// Validates PDF files with the library of veraPDF, many in one process.
//
//   java -cp 'LIBRARIES/*' ValidatePdf.java FLAVOUR[,FLAVOUR…] FILE…        3a, ua1 …
//
// For each file that fails it prints a line a failed rule: flavour, clause-test, how often it
// failed, what it wants, and where it failed first. Ends with 1 when a file failed or could not be
// read. Called by `.ci/steps.sh conforming_pdfs`.

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

public final class ValidatePdf {
    /** What one file gave against one flavour. */
    private record Verdict(long checks, List<String> failures) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: ValidatePdf FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = Arrays.stream(arguments[0].split(","))
            .map(PDFAFlavour::byFlavourId).collect(Collectors.toList());
        if (flavours.contains(PDFAFlavour.NO_FLAVOUR)) {
            System.err.println("unknown flavour in " + arguments[0]);
            System.exit(2);
        }
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        System.exit(validate(files, flavours) ? 0 : 1);
    }

    /** True when every file keeps every flavour. */
    private static boolean validate(List<String> files, List<PDFAFlavour> flavours) throws Exception {
        // The library keeps its state by thread, so files can be judged side by side.
        ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (String file : files)
            for (PDFAFlavour flavour : flavours)
                verdicts.add(workers.submit(() -> judge(new File(file), flavour)));
        int failed = 0;
        long checks = 0;
        for (int i = 0; i < verdicts.size(); ++i) {
            Verdict verdict = verdicts.get(i).get();
            checks += verdict.checks();
            if (verdict.failures().isEmpty()) continue;
            ++failed;
            System.out.println(files.get(i / flavours.size()) + ":");
            for (String failure : verdict.failures()) System.out.println("  " + failure);
        }
        workers.shutdown();
        System.out.printf("veraPDF: %d files, %s: %d checks, %d of %d verdicts failed%n", files.size(),
            flavours.stream().map(PDFAFlavour::getId).collect(Collectors.joining(" and ")), checks,
            failed, verdicts.size());
        return failed == 0;
    }

    private static Verdict judge(File file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(flavour, 20, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            return new Verdict(result.getTotalAssertions(), failures(result, flavour));
        } catch (Exception | StackOverflowError | OutOfMemoryError error) {
            return new Verdict(0, List.of(flavour.getId() + ": cannot be judged: " + error));
        }
    }

    private static List<String> failures(ValidationResult result, PDFAFlavour flavour) {
        List<String> failures = new ArrayList<>();
        for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
            RuleId rule = failed.getKey();
            String line = flavour.getId() + " " + rule.getClause() + "-" + rule.getTestNumber()
                + " (" + failed.getValue() + " times)";
            for (TestAssertion assertion : result.getTestAssertions())
                if (assertion.getRuleId().equals(rule)) {
                    line += ": " + assertion.getMessage() + "\n    at "
                        + assertion.getLocation().getContext();
                    if (assertion.getErrorMessage() != null)
                        line += "\n    " + assertion.getErrorMessage();
                    break;
                }
            failures.add(line);
        }
        if (failures.isEmpty() && !result.isCompliant())
            failures.add(flavour.getId() + ": the judgement ended early: " + result.getJobEndStatus());
        return failures;
    }
}
