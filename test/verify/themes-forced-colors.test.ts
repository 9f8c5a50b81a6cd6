import '../render/forced-colors.integration.test.ts'
