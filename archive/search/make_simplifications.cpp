// SPDX-License-Identifier: Apache-2.0
// Part of the build: writes the source of simplifications(), from ICU's data, to standard output.
#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/usetiter.h>

#include <cstdlib>
#include <iostream>
#include <memory>

int main() {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transform(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) {
        std::cerr << "ICU has no transform Traditional-Simplified: " << u_errorName(error) << '\n';
        return EXIT_FAILURE;
    }
    std::cout << "// Made by archive/search/make_simplifications.cpp from ICU " U_ICU_VERSION
                 ".\n"
                 "#include \"archive/search/simplifications.hpp\"\n\n"
                 "namespace gongbao::archive {\nnamespace {\n\n"
                 "constexpr Simplification kTable[] = {\n"
              << std::hex;
    icu::UnicodeSet changed;
    transform->getSourceSet(changed);
    for (icu::UnicodeSetIterator at(changed); at.next();) {
        if (at.isString()) continue;
        icu::UnicodeString character(at.getCodepoint());
        transform->transliterate(character);
        if (character.countChar32() == 1)
            std::cout << "    {0x" << at.getCodepoint() << ", 0x" << character.char32At(0)
                      << "},\n";
    }
    std::cout << "};\n\n}  // namespace\n\n"
                 "std::span<const Simplification> simplifications() {\n    return kTable;\n}\n\n"
                 "}  // namespace gongbao::archive\n";
    return std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
