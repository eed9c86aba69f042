// CSMSCore
